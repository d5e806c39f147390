using System.Globalization;
using System.Text;

namespace Messaging.Codegen.Chaos.Audit;

/// <summary>What became of the messages at one consumer.</summary>
/// <param name="Consumer">The consumer.</param>
internal sealed record LedgerLine(AuditedConsumer Consumer)
{
    /// <summary>How many messages it must have dealt with.</summary>
    public required int Owed { get; init; }

    /// <summary>Those with an effect.</summary>
    public required int Handled { get; init; }

    /// <summary>Those in the dead-letter stream.</summary>
    public required int DeadLettered { get; init; }

    /// <summary>Those in the quarantine stream.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Those with an effect that were given up nevertheless: their acknowledgement was lost, and a later delivery failed.</summary>
    public required int HandledAndGivenUp { get; init; }

    /// <summary>Those of which nothing is left.</summary>
    public required IReadOnlyList<long> Lost { get; init; }

    /// <summary>Those with more than one effect.</summary>
    public required IReadOnlyList<long> Doubled { get; init; }

    /// <summary>Those of <see cref="Doubled"/> whose message was stored once and delivered again; the others were stored twice.</summary>
    public required int DoubledByRedelivery { get; init; }

    /// <summary>Effects of messages that nobody published.</summary>
    public required IReadOnlyList<long> Unknown { get; init; }

    public bool Balances => Lost.Count == 0 && Unknown.Count == 0 && (!Consumer.IsExactlyOnce || Doubled.Count == 0);
}

/// <summary>The ledger as a table.</summary>
/// <param name="Count">How many messages the producers were to publish.</param>
/// <param name="Promised">How many publishes were acknowledged.</param>
/// <param name="Lines">The consumers.</param>
internal sealed record LedgerReport(long Count, int Promised, IReadOnlyList<LedgerLine> Lines)
{
    private const int Shown = 20;

    /// <summary>Acknowledged and not in the stream.</summary>
    public required IReadOnlyList<long> Unstored { get; init; }

    /// <summary>In the stream more than once: published again when the stream had forgotten the id.</summary>
    public required int StoredTwice { get; init; }

    /// <summary>In the stream though no acknowledgement reached the producer: that may be.</summary>
    public required int StoredUnpromised { get; init; }

    public bool Balances => Unstored.Count == 0 && Lines.All(line => line.Balances);

    public override string ToString()
    {
        var text = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        text.AppendLine(culture, $"published {Count}, acknowledged {Promised}, of these not stored {Unstored.Count}; stored without acknowledgement {StoredUnpromised}, stored twice {StoredTwice}");
        text.AppendLine("consumer   idempotency      owed   handled   dead  quarantined  both    lost  doubled (redelivered)");
        foreach (var line in Lines)
        {
            text.AppendLine(
                culture,
                $"{line.Consumer.Name,-10} {line.Consumer.Idempotency,-10} {line.Owed,10} {line.Handled,9} {line.DeadLettered,6} {line.Quarantined,12} {line.HandledAndGivenUp,5} {line.Lost.Count,7} {line.Doubled.Count,8} {line.DoubledByRedelivery,13}");
        }

        Show("acknowledged and not stored", Unstored);
        foreach (var line in Lines)
        {
            Show($"lost by {line.Consumer.Name}", line.Lost);
            Show($"of nobody's publishing at {line.Consumer.Name}", line.Unknown);
            Show($"doubled at {line.Consumer.Name}, which must not be", line.Consumer.IsExactlyOnce ? line.Doubled : []);
        }

        return text.Append(Balances ? "The ledger balances." : "THE LEDGER DOES NOT BALANCE.").ToString();

        void Show(string what, IReadOnlyList<long> numbers)
        {
            if (numbers.Count > 0)
            {
                text.AppendLine(culture, $"{what}: {string.Join(", ", numbers.Order().Take(Shown))}{(numbers.Count > Shown ? ", …" : "")}");
            }
        }
    }
}
