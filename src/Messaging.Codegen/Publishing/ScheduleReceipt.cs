namespace Messaging.Codegen;

/// <summary>The stream's word that it will deliver a message when its time comes. Keep it to cancel the message.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">Where it waits; the message gets another sequence when it is delivered.</param>
/// <param name="MessageId">The id that the message will have.</param>
/// <param name="DueAt">When it is due, as asked for. A NATS server delivers it up to some hundred milliseconds later, never earlier.</param>
/// <param name="Duplicate">True when a message of the same id was waiting, or was published, already: nothing was added, and that is success.</param>
public readonly record struct ScheduleReceipt(string Stream, ulong Sequence, string MessageId, DateTimeOffset DueAt, bool Duplicate)
{
    private readonly IReadOnlyList<ScheduleReceipt>? _copies;

    /// <summary>The older versions that are delivered too, and taken back with it: <see cref="AlsoPublishAttribute"/>.</summary>
    public IReadOnlyList<ScheduleReceipt> Copies
    {
        get => _copies ?? [];
        init => _copies = value;
    }
}
