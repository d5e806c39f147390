using Messaging.Codegen.Topology;

namespace Messaging.Codegen.InMemory;

/// <summary>What a stream's limits refuse and remove.</summary>
internal static class StreamLimits
{
    /// <summary>JetStream's error code for a message that a stream does not store.</summary>
    public const int StoreFailedCode = 10077;

    /// <summary>JetStream's error code for an age that the stream does not allow.</summary>
    public const int TimeToLiveDisabledCode = 10166;

    /// <summary>JetStream's error code for a schedule that the stream does not allow.</summary>
    public const int SchedulesDisabledCode = 10188;

    /// <summary>Refuses what the stream was not declared to allow.</summary>
    /// <exception cref="PublishException">It does not allow it; code and words are JetStream's.</exception>
    public static void ThrowIfNotAllowed(InMemoryStream stream, EncodedMessage message)
    {
        if (message.Terms?.DueAt is not null && !stream.Definition.AllowSchedules)
        {
            throw StreamPermissions.Refused(
                message.Subject, stream.Definition.Name, "message schedules is disabled", SchedulesDisabledCode, nameof(StreamAttribute.AllowSchedules));
        }

        if (message.Terms?.TimeToLive is not null && !StreamSettings.AllowsMessageTtl(stream.Definition))
        {
            throw StreamPermissions.Refused(
                message.Subject, stream.Definition.Name, "per-message TTL is disabled", TimeToLiveDisabledCode, nameof(StreamAttribute.AllowMessageTtl));
        }
    }

    /// <summary>Refuses messages that do not fit, when the stream is to discard new ones.</summary>
    /// <exception cref="PublishException">They do not fit; code and words are JetStream's.</exception>
    public static void ThrowIfRefused(InMemoryStream stream, IReadOnlyList<EncodedMessage> messages)
    {
        var limits = stream.Definition;
        if (limits.Discard != StreamDiscard.New || messages.Count == 0)
        {
            return;
        }

        var reason = stream.Log.Count + messages.Count > limits.MaxMessages ? "maximum messages exceeded"
            : stream.Log.Bytes + messages.Sum(static message => message.StoredSize) > limits.MaxBytes ? "maximum bytes exceeded"
            : null;
        if (reason is not null)
        {
            throw new PublishException(PublishFailure.Refused, messages[0].Subject, reason) { ErrorCode = StoreFailedCode };
        }
    }

    /// <summary>Removes old messages, when the stream is to discard them, until another one fits.</summary>
    /// <returns>
    /// False when it cannot fit: it is larger than the stream may be. A JetStream server stores such a message and drops it at once.
    /// </returns>
    public static bool TryMakeRoom(InMemoryStream stream, EncodedMessage message)
    {
        while (stream.Log.First is { } first && IsOverfull(stream, 1, message.StoredSize))
        {
            stream.Remove(first);
        }

        return !IsOverfull(stream, 1, message.StoredSize);
    }

    /// <summary>Removes what is too old and, when the stream is to discard old messages, what is too much.</summary>
    public static void Enforce(InMemoryStream stream, TimeSpan now)
    {
        while (stream.Log.First is { } first && IsOverfull(stream, 0, 0))
        {
            stream.Remove(first);
        }

        while (stream.Log.FirstThatAges is { } oldest && oldest.StoredAt + stream.Definition.MaxAge <= now)
        {
            stream.Remove(oldest);
        }
    }

    private static bool IsOverfull(InMemoryStream stream, int moreMessages, long moreBytes) =>
        stream.Definition.Discard == StreamDiscard.Old
            && (stream.Log.Count + moreMessages > stream.Definition.MaxMessages || stream.Log.Bytes + moreBytes > stream.Definition.MaxBytes);
}
