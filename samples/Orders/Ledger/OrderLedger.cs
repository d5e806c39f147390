namespace Orders;

/// <summary>What became of the orders of one input. Each order counts once.</summary>
/// <param name="Sent">Orders that were accepted for publishing.</param>
/// <param name="Handled">Those that have ended: shipped or rejected.</param>
/// <param name="Retrying">Those that a consumer still has to work on.</param>
/// <param name="DeadLettered">Those that were given up, and are kept in the dead-letter stream.</param>
/// <param name="Quarantined">Those that could not be read, and are kept in the quarantine stream.</param>
/// <param name="Lost">Those of which nothing else can be said.</param>
public sealed record OrderLedger(int Sent, int Handled, int Retrying, int DeadLettered, int Quarantined, int Lost)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"sent={Sent} handled={Handled} retrying={Retrying} dead-lettered={DeadLettered} quarantined={Quarantined} lost={Lost}";
}
