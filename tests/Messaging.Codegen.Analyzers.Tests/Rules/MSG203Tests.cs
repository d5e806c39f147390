using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract leaves the server's subjects alone.</summary>
public class MSG203Tests
{
    [Fact]
    public Task Reports_the_api() => Verify.RunAsync("""
        [{|MSG203:Message("orders.placed", Subject = "$JS.orders")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_buckets_and_inboxes() => Verify.RunAsync("""
        [{|MSG203:Message("orders.placed", Subject = "$KV.orders.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [{|MSG203:Message("orders.paid", Subject = "_INBOX.paid")|}]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Accepts_what_only_looks_alike() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "$JSON.orders")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.paid", Subject = "orders.$JS")]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """);
}
