using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class DateTimeOffsetFixTests
{
    [Fact]
    public Task Changes_members_of_all_forms() => Verify.FixAsync<DateTimeOffsetFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] DateTime {|MSG107:At|}, [property: Key(1)] System.DateTime? {|MSG107:Until|});

        [Message("orders.moved")]
        public sealed partial class OrderMoved
        {
            [Key(0)] public Dictionary<string, DateTime[]> {|MSG107:Stops|} { get; set; } = [];
        }
        """,
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] DateTimeOffset At, [property: Key(1)] System.DateTimeOffset? Until);

        [Message("orders.moved")]
        public sealed partial class OrderMoved
        {
            [Key(0)] public Dictionary<string, DateTimeOffset[]> Stops { get; set; } = [];
        }
        """,
        iterations: 3);
}
