namespace Messaging.Codegen.Topology;

/// <summary>The settings of a stream, compared one by one.</summary>
internal static class StreamSettings
{
    /// <summary>
    /// The window that a stream really has: a server refuses one that is longer than the messages live, and the default would be.
    /// </summary>
    public static TimeSpan EffectiveDuplicateWindow(StreamDefinition stream) =>
        stream.MaxAge is { } maxAge && maxAge < stream.DuplicateWindow ? maxAge : stream.DuplicateWindow;

    /// <summary>
    /// Whether messages may have an age of their own: a message that waits for its time has one, namely none, or the stream's age would end its wait.
    /// </summary>
    public static bool AllowsMessageTtl(StreamDefinition stream) => stream.AllowMessageTtl || stream.AllowSchedules;

    /// <summary>The subjects that a stream stores: its own, and that of messages that wait for their time.</summary>
    public static IReadOnlyList<string> Subjects(StreamDefinition stream) =>
        stream.AllowSchedules ? [.. stream.Subjects, .. SubjectSet.Missing(stream.Subjects, [ScheduleSubject.Filter(stream.Name)])] : stream.Subjects;

    /// <summary>The stream as a server takes it.</summary>
    public static StreamDefinition Effective(StreamDefinition stream) => TopologyPlan.ForStream(stream, null, Provision.Create, [])!;

    /// <summary>The settings that differ, subjects excepted.</summary>
    public static IReadOnlyList<DriftedSetting> Drifted(StreamDefinition declared, StreamDefinition actual)
    {
        // What a JetStream server refuses to change: "can not change storage type", "can not change retention policy to/from workqueue".
        var isQueue = declared.Retention == StreamRetention.WorkQueue || actual.Retention == StreamRetention.WorkQueue;
        List<DriftedSetting> drifted = [];
        DriftedSetting.Compare(drifted, nameof(declared.Retention), declared.Retention, actual.Retention, isChangeable: !isQueue);
        DriftedSetting.Compare(drifted, nameof(declared.Storage), declared.Storage, actual.Storage, isChangeable: false);
        DriftedSetting.Compare(drifted, nameof(declared.MaxAge), declared.MaxAge, actual.MaxAge);
        DriftedSetting.Compare(
            drifted, nameof(declared.DuplicateWindow), EffectiveDuplicateWindow(declared), EffectiveDuplicateWindow(actual));
        DriftedSetting.Compare(drifted, nameof(declared.MaxMessages), declared.MaxMessages, actual.MaxMessages);
        DriftedSetting.Compare(drifted, nameof(declared.MaxBytes), declared.MaxBytes, actual.MaxBytes);
        DriftedSetting.Compare(drifted, nameof(declared.Replicas), declared.Replicas, actual.Replicas);
        DriftedSetting.Compare(drifted, nameof(declared.Discard), declared.Discard, actual.Discard);
        return [.. drifted, .. DriftedPermissions(declared, actual)];
    }

    /// <summary>What is declared to be allowed and is not. Permissions add up, as subjects do: what another service needs is no difference.</summary>
    public static IReadOnlyList<DriftedSetting> DriftedPermissions(StreamDefinition declared, StreamDefinition actual)
    {
        List<DriftedSetting> drifted = [];
        DriftedSetting.Compare(
            drifted, nameof(declared.AllowMessageTtl), AllowsMessageTtl(declared) || AllowsMessageTtl(actual), AllowsMessageTtl(actual));
        DriftedSetting.Compare(
            drifted, nameof(declared.AllowAtomicBatches), declared.AllowAtomicBatches || actual.AllowAtomicBatches, actual.AllowAtomicBatches);
        DriftedSetting.Compare(drifted, nameof(declared.AllowSchedules), declared.AllowSchedules || actual.AllowSchedules, actual.AllowSchedules);
        return drifted;
    }
}
