using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract is concrete and closed.</summary>
public class MSG001Tests
{
    [Fact]
    public Task Reports_an_abstract_class() => Verify.RunAsync("""
        [Message("orders.event")]
        public abstract partial record {|MSG001:OrderEvent|}([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_generic_type() => Verify.RunAsync("""
        [Message("envelope")]
        public sealed partial record {|MSG001:Envelope|}<T>([property: Key(0)] T Body);
        """);

    [Fact]
    public Task Reports_a_type_nested_in_a_generic_one() => Verify.RunAsync("""
        public static partial class Outer<T>
        {
            [Message("inner")]
            public sealed partial record {|MSG001:Inner|}([property: Key(0)] int Value);
        }
        """);

    [Fact]
    public Task Reports_a_static_class() => Verify.RunAsync("""
        [Message("nothing")]
        public static partial class {|MSG001:Nothing|};
        """);

    [Fact]
    public Task Reports_a_ref_struct() => Verify.RunAsync("""
        [Message("window")]
        public ref partial struct {|MSG001:Window|}
        {
            [Key(0)] public int Start { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_every_kind_of_concrete_type() => Verify.RunAsync("""
        [Message("a")]
        public sealed partial record A([property: Key(0)] int Value);

        [Message("b")]
        public readonly partial record struct B([property: Key(0)] int Value);

        [Message("c")]
        public partial class C
        {
            [Key(0)] public int Value { get; set; }
        }

        [Message("d")]
        public partial struct D
        {
            [Key(0)] public int Value;
        }
        """);

    [Fact]
    public Task Accepts_an_abstract_class_with_cases() => Verify.RunAsync("""
        [Message("payments.made")]
        [Union(0, typeof(Card))]
        public abstract partial record Payment;

        public sealed record Card([property: Key(0)] string Token) : Payment;
        """);
}
