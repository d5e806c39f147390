using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class IgnoreMemberFixTests
{
    [Fact]
    public Task Ignores_properties_and_fields() => Verify.FixAsync<IgnoreMemberFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            // Only for the screen.
            public string? {|MSG101:Reason|} { get; init; }
            public int {|MSG101:Count|};
        }
        """,
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            // Only for the screen.
            [IgnoreMember] public string? Reason { get; init; }
            [IgnoreMember] public int Count;
        }
        """,
        iterations: 2);
}
