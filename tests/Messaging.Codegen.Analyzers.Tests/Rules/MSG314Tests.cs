using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An order needs values that are equal or not.</summary>
public class MSG314Tests
{
    [Theory]
    [InlineData("\"Nothing\"")]
    [InlineData("\"orderId\"")]
    [InlineData("\"\"")]
    [InlineData("nameof(OrderPlaced.Lines)")]
    [InlineData("nameof(OrderPlaced.Raw)")]
    [InlineData("nameof(OrderPlaced.Shared)")]
    [InlineData("nameof(OrderPlaced.WriteOnly)")]
    [InlineData("\"Hidden\"")]
    [InlineData("\"HiddenGetter\"")]
    public Task Reports_what_cannot_order_messages(string member) => Verify.RunAsync($$"""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId)
        {
            [Key(1)] public List<string> Lines { get; init; } = [];
            [Key(2)] public byte[] Raw { get; init; } = [];
            public static int Shared => 1;
            [IgnoreMember] public int WriteOnly { set { } }
            private int Hidden => 1;
            [IgnoreMember] public int HiddenGetter { private get; set; }
            public int Use() => Hidden + HiddenGetter;
        }

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG314:PartitionBy = {{member}}|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("OrderId")]
    [InlineData("Region")]
    [InlineData("Number")]
    [InlineData("Day")]
    [InlineData("Maybe")]
    [InlineData("OfBase")]
    [InlineData("Computed")]
    public Task Accepts_scalar_members(string member) => Verify.RunAsync($$"""
        public abstract record Base
        {
            [Key(5)] public int OfBase { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced : Base
        {
            [Key(0)] public Guid OrderId { get; init; }
            [Key(1)] public string? Region { get; init; }
            [Key(2)] public ushort Number { get; init; }
            [Key(3)] public DayOfWeek Day { get; init; }
            [Key(4)] public long? Maybe { get; init; }
            [IgnoreMember] internal int Computed => Number % 16;
        }

        public sealed class BillingHandler
        {
            [Handler("billing", PartitionBy = nameof(OrderPlaced.{{member}}), Concurrency = 8)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
