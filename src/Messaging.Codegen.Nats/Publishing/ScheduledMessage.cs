using System.Globalization;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Topology;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>A message as the server keeps it until its time has come.</summary>
internal static class ScheduledMessage
{
    private const string Schedule = "Nats-Schedule";
    private const string Target = "Nats-Schedule-Target";
    private const string TimeToLive = "Nats-Schedule-TTL";

    /// <summary>
    /// The schedule. The server takes its id off what it delivers, so that travels in a header of this library; and the stream's age would end its wait, so it
    /// has one of its own, which never ends.
    /// </summary>
    public static WireMessage From(OutgoingMessage message, PublishTerms terms)
    {
        var id = message.MessageId ?? throw new ArgumentException("A scheduled message needs an id.", nameof(message));
        var stream = terms.ExpectedStream ?? throw new ArgumentException("A scheduled message needs its stream.", nameof(message));
        (string, string)[] headers =
        [
            (Schedule, $"@at {terms.DueAt!.Value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}"),
            (Target, message.Subject),
            (TermHeaders.TimeToLive, "never"),
            (HeaderRules.OriginalMessageId, id),
        ];
        return new WireMessage(
            message,
            new PublishTerms { ExpectedStream = stream },
            hasPayload: true,
            terms.TimeToLive is { } age ? [.. headers, (TimeToLive, TermHeaders.Seconds(age))] : headers)
        {
            WireSubject = ScheduleSubject.For(stream, id),
            Asked = terms,
        };
    }
}
