using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AddUnknownFixTests
{
    [Fact]
    public Task Adds_a_first_member() => Verify.FixAsync<AddUnknownFix>(
        """
        public enum {|MSG109:State|}
        {
            Placed = 1,
            Paid,
        }

        public enum {|MSG109:Kind|} : byte
        {
            /// <summary>By post.</summary>
            Letter = 1,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] State State, [property: Key(1)] Kind Kind);
        """,
        """
        public enum State
        {
            Unknown = 0,
            Placed = 1,
            Paid,
        }

        public enum Kind : byte
        {
            Unknown = 0,
            /// <summary>By post.</summary>
            Letter = 1,
        }

        [Message("orders.changed")]
        public sealed partial record OrderChanged([property: Key(0)] State State, [property: Key(1)] Kind Kind);
        """,
        iterations: 2);
}
