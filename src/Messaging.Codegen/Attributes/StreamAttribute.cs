namespace Messaging.Codegen;

/// <summary>Declares a stream: where the messages of the given subjects are stored. Written once, in the assembly that owns it or its contracts.</summary>
/// <param name="name">The stream's name: letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="subjects">The subjects that it stores, for example <c>orders.&gt;</c>; at least one.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StreamAttribute(string name, params string[] subjects) : Attribute
{
    /// <summary>The stream's name.</summary>
    public string Name { get; } = name;

    /// <summary>The subjects that it stores.</summary>
    public string[] Subjects { get; } = subjects;

    /// <summary>What ends a message's life; the default is <see cref="StreamRetention.Limits"/>.</summary>
    public StreamRetention Retention { get; set; }

    /// <summary>Where the messages are kept; the default is <see cref="StreamStorage.File"/>.</summary>
    public StreamStorage Storage { get; set; }

    /// <summary>How long a message is kept, for example <c>"7.00:00:00"</c> or <c>"7d"</c>; null means for ever.</summary>
    public string? MaxAge { get; set; }

    /// <summary>How long a message id is remembered to drop copies, for example <c>"5m"</c>; null means 2 minutes, the server's default.</summary>
    public string? DuplicateWindow { get; set; }

    /// <summary>How many messages are kept; 0 means without limit.</summary>
    public long MaxMessages { get; set; }

    /// <summary>How many bytes are kept; 0 means without limit.</summary>
    public long MaxBytes { get; set; }

    /// <summary>How many servers hold a copy, 1 to 5; 0 means 1.</summary>
    public int Replicas { get; set; }

    /// <summary>What happens at a limit; the default is <see cref="StreamDiscard.Old"/>.</summary>
    public StreamDiscard Discard { get; set; }

    /// <summary>
    /// True to let messages have an age of their own, <see cref="PublishOptions.TimeToLive"/>. Needs nats-server 2.11. A stream that allows it once
    /// always will; what another service allows stays allowed. The default is false.
    /// </summary>
    public bool AllowMessageTtl { get; set; }

    /// <summary>
    /// True to let batches be stored as a whole or not at all, <c>PublishBatchAsync</c>. Needs
    /// nats-server 2.12. What another service allows stays allowed. The default is false.
    /// </summary>
    public bool AllowAtomicBatches { get; set; }

    /// <summary>
    /// True to let messages be delivered at a later time, <c>ScheduleAsync</c>: until then the
    /// stream keeps them on subjects below <c>schedule.NAME</c>, which are added to its own. Needs nats-server 2.12, <see cref="Retention"/> other than
    /// Interest and <see cref="Discard"/> Old, and allows <see cref="AllowMessageTtl"/> too. A stream that allows it once always will. The default is false.
    /// </summary>
    public bool AllowSchedules { get; set; }
}
