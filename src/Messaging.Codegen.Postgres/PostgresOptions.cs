namespace Messaging.Codegen.Postgres;

/// <summary>Settings of inbox and outbox.</summary>
public sealed class PostgresOptions
{
    /// <summary>The schema that <see cref="PostgresMessagingSchema"/> made.</summary>
    public string Schema { get; set; } = PostgresMessagingSchema.DefaultName;

    /// <summary>
    /// How long a completed message is remembered; 7 days by default, whole days, 1 or more. A message that is delivered or published again later is
    /// handled again, so let it be longer than the stream's age.
    /// </summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often this process adds the partitions of the coming days and drops those that are too old; 1 hour by default.</summary>
    public TimeSpan CleanInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether this process relays; the default is true. Any number of processes may, at least one must: the others only write to the outbox.
    /// </summary>
    public bool RunRelay { get; set; } = true;

    /// <summary>False when other means than this process look after the inbox's partitions. The default is true.</summary>
    public bool RunCleaner { get; set; } = true;

    /// <summary>
    /// How often the relay looks for messages without being told; 1 s by default. Commits tell it at once (<c>NOTIFY</c>), so this is for tries that failed and
    /// for words that got lost.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many messages the relay takes at a time, 1 or more; 500 by default. They are in memory together, 8 MiB at most or a single one.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>
    /// Whether commits tell the relay; the default is true. Transactions that notify commit one after the other, all over the database server: with thousands
    /// of them a second, turn it off and poll more often.
    /// </summary>
    public bool Notify { get; set; } = true;

    internal void Check()
    {
        PostgresMessagingSchema.Check(Schema);
        ArgumentOutOfRangeException.ThrowIfLessThan(InboxRetention, TimeSpan.FromDays(1), nameof(InboxRetention));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CleanInterval, TimeSpan.Zero, nameof(CleanInterval));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero, nameof(PollInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1, nameof(BatchSize));
    }
}
