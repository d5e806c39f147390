using System.Globalization;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>The terms of a publish as the server's headers.</summary>
internal static class TermHeaders
{
    public const string TimeToLive = "Nats-TTL";
    public const string ExpectedStream = "Nats-Expected-Stream";
    public const string ExpectedLastSequence = "Nats-Expected-Last-Sequence";
    public const string ExpectedLastSubjectSequence = "Nats-Expected-Last-Subject-Sequence";
    public const string ExpectedLastSubject = "Nats-Expected-Last-Subject-Sequence-Subject";
    public const string ExpectedLastMessageId = "Nats-Expected-Last-Msg-Id";

    public static void Add(NatsHeaders headers, PublishTerms terms)
    {
        if (terms.TimeToLive is { } age)
        {
            headers[TimeToLive] = Seconds(age);
        }

        Add(headers, ExpectedStream, terms.ExpectedStream);
        Add(headers, ExpectedLastSequence, terms.ExpectedLastSequence?.ToString(CultureInfo.InvariantCulture));
        Add(headers, ExpectedLastSubjectSequence, terms.ExpectedLastSubjectSequence?.ToString(CultureInfo.InvariantCulture));
        Add(headers, ExpectedLastSubject, terms.ExpectedLastSubject);
        Add(headers, ExpectedLastMessageId, terms.ExpectedLastMessageId);
    }

    /// <summary>Whole seconds, rounded up: the server cuts fractions off.</summary>
    public static string Seconds(TimeSpan time) => ((long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static void Add(NatsHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers[name] = value;
        }
    }
}
