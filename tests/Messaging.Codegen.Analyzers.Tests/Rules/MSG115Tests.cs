using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A class that is to be overwritten has members that can be.</summary>
public class MSG115Tests
{
    [Fact]
    public Task Reports_members_that_nothing_can_set_later() => Verify.RunAsync("""
        [{|MSG115:Message("orders.placed", Reuse = true)|}]
        public sealed partial class OrderPlaced(Guid orderId, int quantity)
        {
            [Key(0)] public Guid OrderId { get; } = orderId;
            [Key(1)] public int Quantity { get; } = quantity;
            [Key(2)] public string? Note { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_records_structs_and_unions() => Verify.RunAsync("""
        [Message("orders.placed", Reuse = true)]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId, [property: Key(1)] Money Total);

        public sealed class Money(decimal amount)
        {
            [Key(0)] public decimal Amount { get; } = amount;
        }

        [Message("orders.moved", Reuse = true)]
        public readonly partial record struct OrderMoved([property: Key(0)] Guid OrderId);

        [Message("orders.any", Reuse = true), Union(0, typeof(Some))]
        public abstract partial class Any;

        public sealed class Some(int number) : Any
        {
            [Key(0)] public int Number { get; } = number;
        }
        """);

    [Fact]
    public Task Accepts_getters_without_reuse() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced(Guid orderId)
        {
            [Key(0)] public Guid OrderId { get; } = orderId;
        }
        """);
}
