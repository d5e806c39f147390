using Messaging.Codegen.Topology;

namespace Messaging.Codegen.Tests.Topology;

public class TopologyPlanTests
{
    private readonly List<string> _differences = [];

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    public void A_missing_stream_is_created_as_declared(Provision mode)
    {
        var plan = TopologyPlan.ForStream(new("ORDERS", ["orders.>"]) { MaxMessages = 5 }, null, mode, _differences);

        Assert.Equal(["orders.>"], plan!.Subjects);
        Assert.Equal(5, plan.MaxMessages);
        Assert.Empty(_differences);
    }

    [Fact]
    public void Verify_reports_what_is_missing()
    {
        Assert.Null(TopologyPlan.ForStream(new("ORDERS", ["orders.>"]), null, Provision.Verify, _differences));
        Assert.Null(TopologyPlan.ForStream(new("A", ["a", "b"]), new("A", ["c", "a"]), Provision.Verify, _differences));
        Assert.Null(TopologyPlan.ForConsumer(new("ORDERS", "billing", []), null, Provision.Verify, _differences));

        Assert.Equal(
            ["stream ORDERS: does not exist", "stream A: subject b is declared, the stream has a, c", "consumer ORDERS/billing: does not exist"],
            _differences);
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    [InlineData(Provision.Verify)]
    public void Nothing_is_planned_when_everything_fits(Provision mode)
    {
        Assert.Null(TopologyPlan.ForStream(new("A", ["a.b", "c"]), new("A", ["c", "a.>", "x"]), mode, _differences));
        Assert.Null(TopologyPlan.ForConsumer(new("A", "b", ["y", "x"]), new("A", "b", ["x", "y"]), mode, _differences));
        Assert.Null(TopologyPlan.ForConsumer(new("A", "b", []), new("A", "b", [">"]) { DeliverFrom = DeliverFrom.New }, mode, _differences));
        Assert.Empty(_differences);
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    public void Missing_subjects_are_added_and_none_is_lost(Provision mode)
    {
        var plan = TopologyPlan.ForStream(new("A", ["b.>", "a.x"]), new("A", ["a.>", "b.c", "d"]), mode, _differences);

        Assert.Equal(["a.>", "d", "b.>"], plan!.Subjects);
        Assert.Empty(_differences);
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.Verify)]
    public void A_drifted_setting_is_named_with_both_values(Provision mode)
    {
        var declared = new StreamDefinition("A", ["a", "b"]) { MaxAge = TimeSpan.FromDays(7), Discard = StreamDiscard.New, MaxBytes = 10 };

        Assert.Null(TopologyPlan.ForStream(declared, new("A", ["a", "b"]), mode, _differences));
        Assert.Null(TopologyPlan.ForConsumer(
            new("A", "c", ["a"]) { AckWait = TimeSpan.FromMinutes(1) }, new("A", "c", ["a", "b"]), mode, _differences));

        Assert.Equal(
            [
                "stream A: MaxAge is unlimited, declared 7.00:00:00",
                "stream A: MaxBytes is unlimited, declared 10",
                "stream A: Discard is Old, declared New",
                "consumer A/c: Filters is a, b, declared a",
                "consumer A/c: AckWait is 00:00:30, declared 00:01:00",
            ],
            _differences);
    }

    [Fact]
    public void Create_adds_no_subject_to_a_stream_that_has_drifted()
    {
        Assert.Null(TopologyPlan.ForStream(new("A", ["a", "b"]) { MaxBytes = 1 }, new("A", ["a"]), Provision.Create, _differences));
        Assert.Single(_differences);
    }

    [Fact]
    public void Update_takes_the_declared_settings_and_keeps_the_subjects_of_others()
    {
        var plan = TopologyPlan.ForStream(
            new("A", ["a"]) { MaxAge = TimeSpan.FromDays(1), Retention = StreamRetention.Interest },
            new("A", ["a", "other"]) { MaxMessages = 3 },
            Provision.CreateOrUpdate,
            _differences);
        var consumer = TopologyPlan.ForConsumer(new("A", "c", ["a"]), new("A", "c", ["b"]), Provision.CreateOrUpdate, _differences);

        Assert.Equal(["a", "other"], plan!.Subjects);
        Assert.Equal(TimeSpan.FromDays(1), plan.MaxAge);
        Assert.Null(plan.MaxMessages);
        Assert.Equal(StreamRetention.Interest, plan.Retention);
        Assert.Equal(["a"], consumer!.Filters);
        Assert.Empty(_differences);
    }

    [Fact]
    public void Update_reports_what_is_fixed()
    {
        var declared = new StreamDefinition("A", ["a"]) { Storage = StreamStorage.Memory, Retention = StreamRetention.WorkQueue };

        Assert.Null(TopologyPlan.ForStream(declared, new("A", ["a"]), Provision.CreateOrUpdate, _differences));

        Assert.Equal(
            [
                "stream A: Retention is Limits, declared WorkQueue; it cannot be changed on an existing one",
                "stream A: Storage is File, declared Memory; it cannot be changed on an existing one",
            ],
            _differences);
    }

    [Fact]
    public void The_duplicate_window_is_never_longer_than_the_messages_live()
    {
        var declared = new StreamDefinition("A", ["a"]) { MaxAge = TimeSpan.FromSeconds(10) };

        var plan = TopologyPlan.ForStream(declared, null, Provision.Create, _differences);

        Assert.Equal(TimeSpan.FromSeconds(10), plan!.DuplicateWindow);
        Assert.Null(TopologyPlan.ForStream(declared, plan, Provision.Verify, _differences));
        Assert.Empty(_differences);
    }
}
