using System.Globalization;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>Entries of the dead-letter and quarantine streams between headers and <see cref="DeadLetter"/>.</summary>
internal static class DeadLetterCodec
{
    private static readonly string[] Own =
    [
        HeaderRules.Reason, HeaderRules.Exception, HeaderRules.OriginalSubject, HeaderRules.OriginalStream, HeaderRules.OriginalSequence,
        HeaderRules.Consumer, HeaderRules.Deliveries, HeaderRules.OriginalMessageId, HeaderRules.OriginalTimestamp, HeaderRules.Contract, HeaderRules.Parts,
    ];

    /// <summary>True for the headers that say why and where from.</summary>
    public static bool IsOwn(string name) => Array.Exists(Own, own => own.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The headers of an entry: what is known, and then the message's own ones as far as they can be sent.</summary>
    public static MessageHeaders Encode(DeadLetter letter, bool withOwnHeaders = true)
    {
        var headers = new MessageHeaders
        {
            { HeaderRules.Reason, HeaderRules.Sanitize(letter.Reason) },
            { HeaderRules.OriginalSubject, letter.Subject },
            { HeaderRules.OriginalStream, letter.Id.Stream },
            { HeaderRules.OriginalSequence, letter.OriginalSequence.ToString(CultureInfo.InvariantCulture) },
            { HeaderRules.Consumer, letter.Consumer },
            { HeaderRules.Deliveries, letter.Deliveries.ToString(CultureInfo.InvariantCulture) },
            { HeaderRules.OriginalMessageId, HeaderRules.Sanitize(letter.MessageId) },
        };
        if (letter.PublishedAt != default)
        {
            headers.Add(HeaderRules.OriginalTimestamp, letter.PublishedAt.ToString("O", CultureInfo.InvariantCulture));
        }

        if (letter.Exception is { } exception)
        {
            headers.Add(HeaderRules.Exception, HeaderRules.Sanitize(exception));
        }

        if (letter.Contract is { } contract)
        {
            headers.Add(HeaderRules.Contract, contract);
        }

        if (withOwnHeaders)
        {
            foreach (var (name, value) in letter.Headers)
            {
                headers.Add(name, value);
            }
        }

        return headers;
    }

    /// <summary>The headers of a message that can be copied: the broker's and this library's are left out, values are made sendable.</summary>
    public static MessageHeaders Copy(MessageHeaders headers)
    {
        var copy = new MessageHeaders();
        foreach (var (name, value) in headers)
        {
            if (!HeaderRules.IsBrokers(name) && !IsOwn(name) && HeaderRules.IsValidName(name))
            {
                copy.Add(name, HeaderRules.IsValidValue(value) ? value : HeaderRules.Sanitize(value));
            }
        }

        return copy;
    }

    /// <summary>Reads an entry; its parts, if it has any, are put in with <paramref name="parts"/>.</summary>
    public static DeadLetter Decode(GiveUpKind kind, string stream, StoredMessage entry, IReadOnlyList<StoredMessage> parts, MessagingModel model)
    {
        var known = entry.Headers ?? MessageHeaders.None;
        var (headers, payload) = parts.Count > 0 ? DeadLetterParts.Join(parts) : (Copy(known), entry.Payload);
        var subject = known[HeaderRules.OriginalSubject] ?? "";
        return new DeadLetter
        {
            Id = new DeadLetterId(kind, stream, entry.Sequence),
            Consumer = known[HeaderRules.Consumer] ?? entry.Subject.Split('.')[^1],
            Reason = known[HeaderRules.Reason] ?? "",
            Exception = known[HeaderRules.Exception],
            Contract = known[HeaderRules.Contract] ?? model.FindContract(subject)?.Identity,
            Subject = subject,
            OriginalSequence = ulong.TryParse(known[HeaderRules.OriginalSequence], CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            MessageId = known[HeaderRules.OriginalMessageId] ?? string.Create(CultureInfo.InvariantCulture, $"{stream}:{sequence}"),
            Deliveries = int.TryParse(known[HeaderRules.Deliveries], CultureInfo.InvariantCulture, out var deliveries) ? deliveries : 0,
            PublishedAt = DateTimeOffset.TryParse(
                known[HeaderRules.OriginalTimestamp], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var published) ? published : entry.Timestamp,
            GivenUpAt = entry.Timestamp,
            Headers = headers,
            Payload = payload,
            Parts = DeadLetterParts.Parse(known[HeaderRules.Parts]),
        };
    }
}
