namespace Messaging.Codegen.Routing;

/// <summary>Puts together what several modules of one application say about one stream.</summary>
internal static class StreamMerge
{
    /// <exception cref="InvalidOperationException">They disagree on something other than subjects.</exception>
    public static StreamDefinition Merge(StreamDefinition left, StreamDefinition right)
    {
        Agree(left.Name, nameof(StreamDefinition.Retention), left.Retention, right.Retention);
        Agree(left.Name, nameof(StreamDefinition.Storage), left.Storage, right.Storage);
        Agree(left.Name, nameof(StreamDefinition.MaxAge), left.MaxAge, right.MaxAge);
        Agree(left.Name, nameof(StreamDefinition.DuplicateWindow), left.DuplicateWindow, right.DuplicateWindow);
        Agree(left.Name, nameof(StreamDefinition.MaxMessages), left.MaxMessages, right.MaxMessages);
        Agree(left.Name, nameof(StreamDefinition.MaxBytes), left.MaxBytes, right.MaxBytes);
        Agree(left.Name, nameof(StreamDefinition.Replicas), left.Replicas, right.Replicas);
        Agree(left.Name, nameof(StreamDefinition.Discard), left.Discard, right.Discard);
        return new StreamDefinition(left.Name, [.. left.Subjects.Union(right.Subjects, StringComparer.Ordinal)])
        {
            Retention = left.Retention,
            Storage = left.Storage,
            MaxAge = left.MaxAge,
            DuplicateWindow = left.DuplicateWindow,
            MaxMessages = left.MaxMessages,
            MaxBytes = left.MaxBytes,
            Replicas = left.Replicas,
            Discard = left.Discard,
            AllowMessageTtl = left.AllowMessageTtl || right.AllowMessageTtl,
            AllowAtomicBatches = left.AllowAtomicBatches || right.AllowAtomicBatches,
            AllowSchedules = left.AllowSchedules || right.AllowSchedules,
        };
    }

    private static void Agree<TValue>(string stream, string setting, TValue left, TValue right)
    {
        if (!EqualityComparer<TValue>.Default.Equals(left, right))
        {
            throw new InvalidOperationException($"Two modules declare the stream '{stream}' differently: {setting} is '{left}' in one and '{right}' in the other.");
        }
    }
}
