using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Points in time keep their meaning.</summary>
public class MSG107Tests
{
    [Fact]
    public Task Reports_a_DateTime() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] DateTime {|MSG107:At|});
        """);

    [Fact]
    public Task Reports_one_that_may_be_missing_and_those_in_collections() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public DateTime? {|MSG107:At|} { get; set; }

            [Key(1)] public List<DateTime> {|MSG107:Reminders|} { get; set; } = [];
        }
        """);

    [Fact]
    public Task Reports_one_in_a_part_once() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Stop First, [property: Key(1)] Stop Last);

        [Message("orders.moved")]
        public sealed partial record OrderMoved([property: Key(0)] Stop Stop);

        public sealed partial record Stop([property: Key(0)] DateTime {|MSG107:At|});
        """);

    [Fact]
    public Task Accepts_other_times() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced(
            [property: Key(0)] DateTimeOffset At, [property: Key(1)] DateOnly Day, [property: Key(2)] TimeOnly Time, [property: Key(3)] TimeSpan Length);
        """);

    [Fact]
    public Task Accepts_what_is_no_part_of_the_message() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Guid OrderId { get; set; }

            [IgnoreMember] public DateTime Seen { get; set; }
        }
        """);
}
