using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract's name does not follow a class's.</summary>
public class MSG005Tests
{
    [Fact]
    public Task Reports_nameof() => Verify.RunAsync("""
        [Message({|MSG005:nameof(OrderPlaced)|})]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_nameof_inside_of_a_text() => Verify.RunAsync("""
        [Message({|MSG005:"orders." + nameof(Placed)|})]
        public sealed partial record Placed([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Accepts_text_and_constants() => Verify.RunAsync("""
        public static class Names
        {
            public const string Orders = "orders";
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message(Names.Orders + ".paid")]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """);
}
