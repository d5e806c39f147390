using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An enum has a name for nothing.</summary>
public class MSG109Tests
{
    [Fact]
    public Task Reports_an_enum_that_begins_with_one() => Verify.RunAsync("""
        public enum {|MSG109:State|}
        {
            Placed = 1,
            Paid,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] State State);

        [Message("orders.seen")]
        public sealed partial record OrderSeen([property: Key(0)] State? State);
        """);

    [Fact]
    public Task Accepts_a_member_for_zero_under_any_name() => Verify.RunAsync("""
        public enum State
        {
            Placed,
            Paid,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] State State);
        """);

    [Fact]
    public Task Accepts_flags() => Verify.RunAsync("""
        [Flags]
        public enum Traits
        {
            Fragile = 1,
            Heavy = 2,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] Traits Traits);
        """);

    [Fact]
    public Task Accepts_enums_of_others_and_those_that_do_not_travel() => Verify.RunAsync("""
        public enum Local
        {
            One = 1,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] System.IO.FileMode Mode);
        """);
}
