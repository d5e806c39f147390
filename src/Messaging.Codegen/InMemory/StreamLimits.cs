using Messaging.Codegen.Topology;

namespace Messaging.Codegen.InMemory;

/// <summary>What a stream's limits refuse and remove.</summary>
internal static class StreamLimits
{
    /// <summary>JetStream's error code for a message that a stream does not store.</summary>
    public const int StoreFailedCode = 10077;

    /// <summary>JetStream's error code for an age that the stream does not allow.</summary>
    public const int TimeToLiveDisabledCode = 10166;

    /// <summary>Refuses what the stream was not declared to allow.</summary>
    /// <exception cref="PublishException">It does not allow it; code and words are JetStream's.</exception>
    public static void ThrowIfNotAllowed(InMemoryStream stream, EncodedMessage message)
    {
        if (message.Terms?.TimeToLive is not null && !StreamSettings.AllowsMessageTtl(stream.Definition))
        {
            throw StreamPermissions.Refused(
                message.Subject, stream.Definition.Name, "per-message TTL is disabled", TimeToLiveDisabledCode, nameof(StreamAttribute.AllowMessageTtl));
        }
    }

    /// <summary>Refuses a message that does not fit, when the stream is to discard new ones.</summary>
    /// <exception cref="PublishException">It does not fit; code and words are JetStream's.</exception>
    public static void ThrowIfRefused(InMemoryStream stream, EncodedMessage message)
    {
        var limits = stream.Definition;
        if (limits.Discard != StreamDiscard.New)
        {
            return;
        }

        var reason = stream.Log.Count >= limits.MaxMessages ? "maximum messages exceeded"
            : stream.Log.Bytes + message.StoredSize > limits.MaxBytes ? "maximum bytes exceeded"
            : null;
        if (reason is not null)
        {
            throw new PublishException(PublishFailure.Refused, message.Subject, reason) { ErrorCode = StoreFailedCode };
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
        while (stream.Log.First is { } first && (IsOverfull(stream, 0, 0) || first.StoredAt + stream.Definition.MaxAge <= now))
        {
            stream.Remove(first);
        }
    }

    private static bool IsOverfull(InMemoryStream stream, int moreMessages, long moreBytes) =>
        stream.Definition.Discard == StreamDiscard.Old
            && (stream.Log.Count + moreMessages > stream.Definition.MaxMessages || stream.Log.Bytes + moreBytes > stream.Definition.MaxBytes);
}
