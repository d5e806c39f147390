using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A message is stored once.</summary>
public class MSG402Tests
{
    [Fact]
    public Task Reports_the_narrower_subject_of_another_stream() => Verify.RunAsync("""
        [assembly: Stream("EU", "invoices.eu", {|MSG402:"orders.eu.*"|})]
        [assembly: Stream("ORDERS", "orders.>")]
        """);

    [Fact]
    public Task Reports_the_later_of_two_that_overlap_in_part() => Verify.RunAsync("""
        [assembly: Stream("PLACED", "orders.*.placed")]
        [assembly: Stream("EU", {|MSG402:"orders.eu.*"|})]
        """);

    [Fact]
    public Task Reports_a_subject_twice_in_one_stream() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", {|MSG402:"orders.>"|})]
        """);

    [Fact]
    public Task Reports_subjects_in_an_array() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", new[] { "orders.>", {|MSG402:"orders.eu"|} })]
        [assembly: Stream("CARTS", ["carts.>", {|MSG402:"carts.eu"|}])]
        """);

    [Fact]
    public Task Reports_what_schedules_of_another_stream_need() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", AllowSchedules = true)]
        [assembly: Stream("ALL", {|MSG402:"schedule.>"|})]
        """);

    [Fact]
    public Task Reports_where_dead_letters_and_unreadable_messages_of_a_stream_go() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("ORDERS_DLQ", {|MSG402:"dlq.>"|})]
        [assembly: Stream("REVIEW", {|MSG402:"quarantine.ORDERS.billing"|})]
        """);

    [Fact]
    public Task Accepts_subjects_apart() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", "order", AllowSchedules = true)]
        [assembly: Stream("CARTS", "carts.*", "carts.*.open", "schedule.CARTS.>")]
        """);

    [Fact]
    public Task Accepts_a_stream_that_is_declared_in_parts() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("ORDERS", "orders.>", "returns.>")]
        """);

    [Fact]
    public Task Drops_the_narrower_subjects() => Verify.FixAsync<DropSubjectFix>(
        """
        [assembly: Stream("ORDERS", "orders.>", {|MSG402:"orders.eu"|}, {|MSG402:"orders.us.>"|})]
        [assembly: Stream("CARTS", ["carts.open", {|MSG402:"orders.carts"|}])]
        """,
        """
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("CARTS", ["carts.open"])]
        """,
        iterations: 3);

    [Fact]
    public Task Leaves_a_stream_its_last_subject() => Verify.FixAsync<DropSubjectFix>(
        """
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("CARTS", {|MSG402:"orders.carts"|})]
        """,
        """
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("CARTS", {|MSG402:"orders.carts"|})]
        """,
        iterations: 0);
}
