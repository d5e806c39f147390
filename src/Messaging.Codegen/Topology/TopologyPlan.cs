namespace Messaging.Codegen.Topology;

/// <summary>
/// What a provisioning mode makes of a declared stream or consumer and the one that the broker has. The one place that decides,
/// so that every transport merges, changes and complains alike.
/// </summary>
internal static class TopologyPlan
{
    /// <summary>Why a stream with interest retention keeps no schedules: no consumer is interested in what waits.</summary>
    public const string SchedulesNeedKeeping = "AllowSchedules needs a Retention other than Interest, which drops what waits for its time";

    /// <summary>Plans one stream.</summary>
    /// <param name="declared">The declared stream.</param>
    /// <param name="actual">What the broker has, or null when it has no stream of the name.</param>
    /// <param name="mode">The mode; not <see cref="Provision.None"/>.</param>
    /// <param name="differences">Gets a line for everything that does not fit and that the mode does not change.</param>
    /// <returns>The stream to create, or to change the existing one to; null when there is nothing to do.</returns>
    public static StreamDefinition? ForStream(StreamDefinition declared, StreamDefinition? actual, Provision mode, ICollection<string> differences)
    {
        if (actual is null)
        {
            if (mode == Provision.Verify)
            {
                differences.Add($"stream {declared.Name}: does not exist");
                return null;
            }

            return With(declared, declared, declared, StreamSettings.Subjects(declared));
        }

        var missing = SubjectSet.Missing(actual.Subjects, StreamSettings.Subjects(declared));
        var drifted = StreamSettings.Drifted(declared, actual);
        var before = differences.Count;
        foreach (var setting in drifted.Where(setting => mode != Provision.CreateOrUpdate || !setting.IsChangeable))
        {
            differences.Add(setting.Describe($"stream {declared.Name}", explain: mode == Provision.CreateOrUpdate));
        }

        if (mode == Provision.Verify)
        {
            foreach (var subject in missing)
            {
                differences.Add($"stream {declared.Name}: subject {subject} is declared, the stream has {SubjectSet.Format(actual.Subjects)}");
            }
        }

        var settings = mode == Provision.CreateOrUpdate ? declared : actual;
        var hasWork = missing.Count > 0 || (mode == Provision.CreateOrUpdate && drifted.Count > 0);
        return differences.Count == before && hasWork ? With(declared, settings, actual, SubjectSet.Union(actual.Subjects, missing)) : null;
    }

    /// <summary>Plans one consumer.</summary>
    /// <param name="declared">The declared consumer.</param>
    /// <param name="actual">What the broker has, or null when the stream has no durable of the name.</param>
    /// <param name="mode">The mode; not <see cref="Provision.None"/>.</param>
    /// <param name="differences">Gets a line for everything that does not fit and that the mode does not change.</param>
    /// <returns>
    /// The consumer to create, or to change the existing one to; null when there is nothing to do. Where an existing one began
    /// (<see cref="ConsumerDefinition.DeliverFrom"/>) stays as it is.
    /// </returns>
    public static ConsumerDefinition? ForConsumer(ConsumerDefinition declared, ConsumerDefinition? actual, Provision mode, ICollection<string> differences)
    {
        if (actual is null)
        {
            if (mode == Provision.Verify)
            {
                differences.Add($"consumer {declared}: does not exist");
                return null;
            }

            return declared;
        }

        // DeliverFrom says where a new consumer begins: an existing one has begun, whatever it was made with.
        List<DriftedSetting> drifted = [];
        DriftedSetting.Compare(drifted, nameof(declared.Filters), SubjectSet.Format(declared.Filters), SubjectSet.Format(actual.Filters));
        DriftedSetting.Compare(drifted, nameof(declared.AckWait), declared.AckWait, actual.AckWait);
        if (mode == Provision.CreateOrUpdate)
        {
            return drifted.Count > 0 ? declared : null;
        }

        foreach (var setting in drifted)
        {
            differences.Add(setting.Describe($"consumer {declared}", explain: false));
        }

        return null;
    }

    private static StreamDefinition With(
        StreamDefinition name, StreamDefinition settings, StreamDefinition actual, IReadOnlyList<string> subjects) => new(name.Name, subjects)
        {
            Retention = settings.Retention,
            Storage = settings.Storage,
            MaxAge = settings.MaxAge,
            DuplicateWindow = StreamSettings.EffectiveDuplicateWindow(settings),
            MaxMessages = settings.MaxMessages,
            MaxBytes = settings.MaxBytes,
            Replicas = settings.Replicas,
            Discard = settings.Discard,
            AllowMessageTtl = StreamSettings.AllowsMessageTtl(settings) || StreamSettings.AllowsMessageTtl(actual),
            AllowAtomicBatches = settings.AllowAtomicBatches || actual.AllowAtomicBatches,
            AllowSchedules = settings.AllowSchedules || actual.AllowSchedules,
        };
}
