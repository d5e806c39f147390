using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Limits and durations are what the server takes.</summary>
public class MSG407Tests
{
    [Fact]
    public Task Reports_a_duration_in_words() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG407:Backoff = ["1s", "5 sec"]|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_negative_limit() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG407:MaxDeliver = -1|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_number_without_a_unit() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG407:AckWait = "30"|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("RateLimit = \"fast\"")]
    [InlineData("RateLimit = \"100\"")]
    [InlineData("RateLimit = \"100/\"")]
    [InlineData("RateLimit = \"/s\"")]
    [InlineData("RateLimit = \"0/s\"")]
    [InlineData("RateLimit = \"-1/s\"")]
    [InlineData("RateLimit = \"1000001/s\"")]
    [InlineData("RateLimit = \"1/2d\"")]
    [InlineData("Timeout = \"soon\"")]
    [InlineData("Timeout = \"30d\"")]
    public Task Reports_a_rate_or_timeout_that_is_none(string option) => Verify.RunAsync($$"""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG407:{{option}}|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("BatchWait = \"soon\"")]
    [InlineData("BatchSize = -1")]
    [InlineData("BatchSize = 21")]
    public Task Reports_a_batch_that_is_none(string option) => Verify.RunAsync($$"""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", Prefetch = 20, {|MSG407:{{option}}|})]
            public Task HandleAsync(IReadOnlyList<OrderPlaced> orders) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("100/s")]
    [InlineData("5/10s")]
    [InlineData("1/00:01:00")]
    [InlineData("1000000/d")]
    public Task Accepts_a_rate(string rate) => Verify.RunAsync($$"""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", RateLimit = "{{rate}}", Timeout = "30s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_too_many_replicas() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", {|MSG407:Replicas = 6|})]
        """);

    [Fact]
    public Task Reports_an_age_that_the_server_refuses() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", {|MSG407:MaxAge = "10ms"|})]
        """);

    [Fact]
    public Task Reports_a_window_longer_than_the_age() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "1m", {|MSG407:DuplicateWindow = "2m"|})]
        """);

    [Fact]
    public Task Reports_schedules_that_the_stream_would_drop() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", Retention = StreamRetention.Interest, {|MSG407:AllowSchedules = true|})]
        [assembly: Stream("CARTS", "carts.>", {|MSG407:AllowSchedules = true|}, Discard = StreamDiscard.New)]
        [assembly: Stream("JOBS", "jobs.>", Retention = StreamRetention.WorkQueue, AllowSchedules = true, AllowMessageTtl = true, AllowAtomicBatches = true)]
        """);

    [Fact]
    public Task Accepts_durations_in_both_formats() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7.00:00:00", DuplicateWindow = "5m", Replicas = 3)]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 5, Backoff = ["500ms", "1.5s", "00:01:00"], AckWait = "30s", Concurrency = 8)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
