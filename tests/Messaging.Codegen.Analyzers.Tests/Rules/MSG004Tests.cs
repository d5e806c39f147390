using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A name and version belong to one contract.</summary>
public class MSG004Tests
{
    [Fact]
    public Task Reports_the_second_of_two() => Verify.RunAsync("""
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [{|MSG004:Message("orders.placed", Version = 2)|}]
        public sealed partial record OrderShipped([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Accepts_other_versions_and_names() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] Guid OrderId);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] Guid OrderId);
        """);
}
