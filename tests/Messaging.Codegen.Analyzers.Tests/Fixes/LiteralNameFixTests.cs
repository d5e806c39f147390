using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class LiteralNameFixTests
{
    [Fact]
    public Task Writes_the_names_as_text() => Verify.FixAsync<LiteralNameFix>(
        """
        [Message({|MSG005:nameof(OrderPlaced)|})]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message({|MSG005:"orders." + nameof(Paid)|}, Version = 2)]
        public sealed partial record Paid([property: Key(0)] Guid OrderId);
        """,
        """
        [Message("OrderPlaced")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.Paid", Version = 2)]
        public sealed partial record Paid([property: Key(0)] Guid OrderId);
        """,
        iterations: 2);
}
