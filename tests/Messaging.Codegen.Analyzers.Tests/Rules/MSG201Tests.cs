using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

public class MSG201Tests
{
    [Fact]
    public Task A_subject_with_an_empty_token_is_refused() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders..placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);
}
