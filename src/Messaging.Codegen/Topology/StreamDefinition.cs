namespace Messaging.Codegen;

/// <summary>A stream as its owner declares it.</summary>
/// <param name="name">The stream's name.</param>
/// <param name="subjects">The subjects that it stores; at least one.</param>
public sealed class StreamDefinition(string name, IReadOnlyList<string> subjects)
{
    private int _replicas = 1;

    /// <summary>The stream's name.</summary>
    public string Name { get; } = name;

    /// <summary>The subjects that it stores.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = subjects;

    /// <summary>What ends a message's life.</summary>
    public StreamRetention Retention { get; init; }

    /// <summary>Where the messages are kept.</summary>
    public StreamStorage Storage { get; init; }

    /// <summary>How long a message is kept; null means for ever.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How long a message id is remembered to drop copies.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many messages are kept; null means without limit.</summary>
    public long? MaxMessages { get; init; }

    /// <summary>How many bytes are kept; null means without limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>How many servers hold a copy, 1 to 5.</summary>
    public int Replicas
    {
        get => _replicas;
        init => _replicas = value;
    }

    /// <summary>What happens at a limit.</summary>
    public StreamDiscard Discard { get; init; }

    /// <summary>Messages may have an age of their own.</summary>
    public bool AllowMessageTtl { get; init; }

    /// <summary>Batches may be stored as a whole or not at all.</summary>
    public bool AllowAtomicBatches { get; init; }

    /// <summary>Messages may be delivered at a later time; allows <see cref="AllowMessageTtl"/> too.</summary>
    public bool AllowSchedules { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The same stream with another number of copies.</summary>
    internal StreamDefinition WithReplicas(int replicas)
    {
        var copy = (StreamDefinition)MemberwiseClone();
        copy._replicas = replicas;
        return copy;
    }
}
