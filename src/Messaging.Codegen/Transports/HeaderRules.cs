using System.Text;

namespace Messaging.Codegen;

/// <summary>What a header may contain, and the names that this library uses.</summary>
public static class HeaderRules
{
    /// <summary>
    /// The message id. The name is NATS's own, and every transport delivers the id under it.
    /// </summary>
    public const string MessageId = "Nats-Msg-Id";

    /// <summary>The conversation that a message belongs to; absent when it is the message's own id.</summary>
    public const string CorrelationId = "Correlation-Id";

    /// <summary>The id of the message that caused this one.</summary>
    public const string CausationId = "Causation-Id";

    /// <summary>Why a dead-lettered or quarantined message was given up.</summary>
    public const string Reason = "Messaging-Reason";

    /// <summary>The type of the exception that the last delivery ended with.</summary>
    public const string Exception = "Messaging-Exception";

    /// <summary>The subject that a dead-lettered or quarantined message had.</summary>
    public const string OriginalSubject = "Messaging-Subject";

    /// <summary>The stream that a dead-lettered or quarantined message was in.</summary>
    public const string OriginalStream = "Messaging-Stream";

    /// <summary>The sequence that a dead-lettered or quarantined message had in its stream.</summary>
    public const string OriginalSequence = "Messaging-Sequence";

    /// <summary>The consumer that gave the message up.</summary>
    public const string Consumer = "Messaging-Consumer";

    /// <summary>How often the message had been delivered to that consumer.</summary>
    public const string Deliveries = "Messaging-Deliveries";

    /// <summary>The message id that a dead-lettered or quarantined message had, or that a scheduled one was given.</summary>
    public const string OriginalMessageId = "Messaging-Message-Id";

    /// <summary>When the stream stored a message that was given up, UTC.</summary>
    public const string OriginalTimestamp = "Messaging-Timestamp";

    /// <summary>The identity of the contract that a message was given up as, for example <c>orders.placed/v1</c>.</summary>
    public const string Contract = "Messaging-Contract";

    /// <summary>
    /// The sequences, separated by commas, of the messages of the same stream that together hold the headers and the payload of one that was too large
    /// to be copied with what is known about it. The copy itself is empty then.
    /// </summary>
    public const string Parts = "Messaging-Parts";

    /// <summary>What a failed request's reply carries instead of a payload: exception type and message.</summary>
    public const string Error = "Messaging-Error";

    /// <summary>The longest value that <see cref="Sanitize"/> leaves, in characters: the server's control line is 4 KiB by default.</summary>
    public const int MaxSanitizedLength = 1024;

    /// <summary>Makes any text sendable as a value: control characters become spaces, other non-ASCII stays, the end is cut.</summary>
    /// <param name="value">Any text; null gives an empty one.</param>
    public static string Sanitize(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var result = new StringBuilder(Math.Min(value.Length, MaxSanitizedLength));
        foreach (var rune in value.EnumerateRunes())
        {
            if (result.Length + rune.Utf16SequenceLength > MaxSanitizedLength)
            {
                break;
            }

            result.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return result.ToString().Trim();
    }

    /// <summary>Throws when a header cannot be sent as it is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">Name or value cannot be sent; the message says which and why.</exception>
    public static void Check(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValidName(name))
        {
            throw new ArgumentException($"The header name '{Sanitize(name)}' must be printable ASCII without space and colon.", nameof(name));
        }

        if (!IsValidValue(value))
        {
            throw new ArgumentException($"The value of the header '{name}' contains a control character; see {nameof(HeaderRules)}.{nameof(Sanitize)}.", nameof(value));
        }
    }

    /// <summary>True for names that belong to the broker: a client neither sets nor copies them.</summary>
    internal static bool IsBrokers(string name) => name.StartsWith("Nats-", StringComparison.OrdinalIgnoreCase);

    internal static bool IsValidValue(string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsValidName(string name)
    {
        foreach (var c in name)
        {
            if (c is <= ' ' or ':' or > '~')
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
