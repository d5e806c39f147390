using System.Globalization;
using System.Text.Json;
using Messaging.Codegen.Topology;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>Why a stream did not store a message, in the server's words.</summary>
/// <param name="Code">The class of the error, as of HTTP.</param>
/// <param name="ErrorCode">The server's number for it.</param>
/// <param name="Description">What it says.</param>
internal sealed record StreamRefusal(int Code, int ErrorCode, string Description)
{
    // The server's numbers, from its errors.json.
    private const int NotLeader = 10009;
    private const int MessageExceedsMaximum = 10054;
    private const int StreamMismatch = 10060;
    private const int WrongLastMessageId = 10070;
    private const int WrongLastSequence = 10071;
    private const int StoreFailed = 10077;
    private const int HeadersExceedMaximum = 10097;
    private const int DuplicateInProcess = 10158;
    private const int WrongLastSequenceConstant = 10164;
    private const int TimeToLiveDisabled = 10166;
    private const int BatchIncomplete = 10176;
    private const int SchedulesDisabled = 10188;

    public const int AtomicPublishDisabled = 10174;
    public const int BatchContainsDuplicate = 10201;

    /// <summary>The stream that refused.</summary>
    public string Stream { get; init; } = "";

    /// <summary>What a stream without schedules would say.</summary>
    public static PublishException SchedulesNotAllowed(string subject, string stream) =>
        StreamPermissions.Refused(subject, stream, "message schedules is disabled", SchedulesDisabled, nameof(StreamAttribute.AllowSchedules));

    /// <summary>Reads the value of <c>error</c>.</summary>
    public static StreamRefusal Read(ref Utf8JsonReader reader)
    {
        var code = 0;
        var errorCode = 0;
        var description = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("err_code"u8))
            {
                reader.Read();
                errorCode = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                reader.Read();
                description = reader.GetString() ?? "";
            }
            else
            {
                reader.Skip();
            }
        }

        return new StreamRefusal(code, errorCode, description);
    }

    /// <summary>The exception for a publish of <paramref name="message"/>.</summary>
    public PublishException ToException(OutgoingMessage message) => ErrorCode switch
    {
        TimeToLiveDisabled or SchedulesDisabled when Asked(message) is { DueAt: not null } =>
            StreamPermissions.Refused(message.Subject, Stream, Description, ErrorCode, nameof(StreamAttribute.AllowSchedules)),
        TimeToLiveDisabled => StreamPermissions.Refused(message.Subject, Stream, Description, ErrorCode, nameof(StreamAttribute.AllowMessageTtl)),
        _ => Disappointed(message) ?? Other(message.Subject),
    };

    private static PublishTerms? Asked(OutgoingMessage message) => message is WireMessage wire ? wire.Asked : message.Terms;

    private PublishException? Disappointed(OutgoingMessage message) => (ErrorCode, Asked(message)) switch
    {
        (StreamMismatch, { ExpectedStream: { } expected }) =>
            new PublishExpectationException(PublishExpectation.Stream, expected, Stream, message.Subject, Stream),
        (WrongLastMessageId, { ExpectedLastMessageId: { } expected }) =>
            new PublishExpectationException(PublishExpectation.LastMessageId, expected, AfterColon() ?? "", message.Subject, Stream),
        (WrongLastSequence or WrongLastSequenceConstant, { ExpectedLastSubjectSequence: { } expected }) =>
            new PublishExpectationException(PublishExpectation.LastSubjectSequence, Text(expected), AfterColon(), message.Subject, Stream),
        (WrongLastSequence or WrongLastSequenceConstant, { ExpectedLastSequence: { } expected }) =>
            new PublishExpectationException(PublishExpectation.LastSequence, Text(expected), AfterColon(), message.Subject, Stream),
        _ => null,
    };

    private PublishException Other(string subject)
    {
        var failure = ErrorCode is MessageExceedsMaximum or HeadersExceedMaximum ? PublishFailure.TooLarge : PublishFailure.Refused;
        var advice = ErrorCode == BatchIncomplete ? "; parts of it did not arrive, or are on subjects of another stream" : "";
        return new PublishException(failure, subject, $"{Description} ({ErrorCode}){advice}") { ErrorCode = ErrorCode, Stream = Stream, IsTransient = IsTransient };
    }

    /// <summary>What the words end with: <c>wrong last sequence: 7</c>; null when they say no value.</summary>
    private string? AfterColon()
    {
        var colon = Description.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? null : Description[(colon + 2)..];
    }

    private static string Text(ulong sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    // Too much at once, no leader, temporarily unavailable: not stored, and different in a moment. A full stream answers 503 too.
    // A copy of what the replicas of a stream have not agreed on yet: only a later try tells what became of it.
    private bool IsTransient => Code == 429 || ErrorCode is NotLeader or DuplicateInProcess or BatchIncomplete || (Code == 503 && ErrorCode != StoreFailed);
}
