namespace Messaging.Codegen.Generators.Model;

/// <summary>A stream that an assembly declares. Null means that the attribute is silent. Durations are in units of 100 ns.</summary>
internal sealed record StreamModel
{
    public required string Name { get; init; }

    /// <summary>The subjects that it stores, as they were written.</summary>
    public required EquatableArray<string> Subjects { get; init; }

    /// <summary>The name of the enum's member.</summary>
    public string? Retention { get; init; }

    /// <summary>The name of the enum's member.</summary>
    public string? Storage { get; init; }

    /// <summary>The name of the enum's member.</summary>
    public string? Discard { get; init; }

    public long? MaxAge { get; init; }

    public long? DuplicateWindow { get; init; }

    public long? MaxMessages { get; init; }

    public long? MaxBytes { get; init; }

    public int? Replicas { get; init; }

    public bool AllowMessageTtl { get; init; }

    public bool AllowAtomicBatches { get; init; }

    public bool AllowSchedules { get; init; }

    /// <summary>Sorts streams: by name, and two of one name by what they hold.</summary>
    public string SortKey => Name + "\n" + string.Join("\n", Subjects);
}
