using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>
/// The facts of a handler, under the name of its consumer: <c>consumer:billing route orders.*.placed.v1 orders.placed/v1</c>, the messages that it
/// publishes, and a line for each option that its attribute sets. Older versions that become its message have a <c>route</c> too. The responder of a request has <c>respond</c> in place of <c>route</c>.
/// </summary>
internal static class HandlerFacts
{
    public const string Route = "route";
    public const string Respond = "respond";
    public const string Publishes = "publishes";
    public const string Batch = "batch";
    public const string MaxDeliver = "maxDeliver";
    public const string Backoff = "backoff";
    public const string Concurrency = "concurrency";
    public const string Prefetch = "prefetch";
    public const string AckWait = "ackWait";
    public const string BatchSize = "batchSize";
    public const string BatchWait = "batchWait";
    public const string PartitionBy = "partitionBy";
    public const string RateLimit = "rateLimit";
    public const string DeliverFrom = "deliverFrom";

    public static IEnumerable<FactLine> Of(RouteRow row)
    {
        var head = FactLine.ConsumerPrefix + row.Options.Consumer;
        foreach (var filter in row.Filters)
        {
            yield return Line(row.Reply is null ? Route : Respond, filter + " " + row.Identity);
        }

        foreach (var older in row.Older)
        {
            foreach (var filter in older.Filters)
            {
                yield return Line(Route, filter + " " + older.Identity);
            }
        }

        if (row.IsBatch)
        {
            yield return Line(Batch, "");
        }

        foreach (var identity in row.Publishes)
        {
            yield return Line(Publishes, identity);
        }

        foreach (var rule in row.Options.OnException)
        {
            var delays = rule.Backoff.Count == 0 ? "" : "(" + string.Join(",", rule.Backoff.Select(Durations.Text)) + ")";
            yield return Line("onException", $"{rule.Display}={rule.Action}{delays}");
        }

        foreach (var (kind, value) in Options(row.Options))
        {
            if (value is not null)
            {
                yield return Line(kind, value);
            }
        }

        FactLine Line(string kind, string value) => new(head, kind, value, row.Display);
    }

    private static IEnumerable<(string Kind, string? Value)> Options(HandlerOptionsModel options) =>
    [
        (MaxDeliver, Number(options.MaxDeliver)),
        (Backoff, options.Backoff.Count == 0 ? null : string.Join(",", options.Backoff.Select(Durations.Text))),
        (Concurrency, Number(options.Concurrency)),
        (Prefetch, Number(options.Prefetch)),
        (AckWait, options.AckWait is { } wait ? Durations.Text(wait) : null),
        ("idempotency", options.Idempotency),
        (BatchSize, Number(options.BatchSize)),
        (BatchWait, options.BatchWait is { } batchWait ? Durations.Text(batchWait) : null),
        (PartitionBy, options.PartitionBy),
        (RateLimit, options.RateLimit is { } rate ? Number(rate.Messages) + "/" + Durations.Text(rate.Period) : null),
        ("timeout", options.Timeout is { } timeout ? Durations.Text(timeout) : null),
        (DeliverFrom, options.DeliverFrom),
    ];

    private static string? Number(int? value) => value is { } number ? Identifiers.Literal(number) : null;
}
