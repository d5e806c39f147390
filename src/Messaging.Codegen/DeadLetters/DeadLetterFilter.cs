namespace Messaging.Codegen;

/// <summary>Selects messages that were given up. What is null selects all.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Dead-lettered or quarantined ones.</summary>
    public GiveUpKind? Kind { get; init; }

    /// <summary>Those of one stream; null means every stream that this service declares or consumes.</summary>
    public string? Stream { get; init; }

    /// <summary>Those of one consumer.</summary>
    public string? Consumer { get; init; }

    /// <summary>Those of one contract, <c>orders.placed/v1</c>.</summary>
    public string? Contract { get; init; }

    /// <summary>Those whose reason or exception type contains this text, in any case.</summary>
    public string? Reason { get; init; }

    /// <summary>Those that were given up at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those that were given up before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>
    /// Those behind this one, in the order of a list: dead letters before quarantined ones, streams by name, then as they were given up.
    /// For a next page: the last id of the page before.
    /// </summary>
    public DeadLetterId? After { get; init; }

    /// <summary>At most so many; null means all.</summary>
    public int? Limit { get; init; }

    internal bool Matches(DeadLetter letter) =>
        (Contract is null || letter.Contract == Contract)
            && (Reason is null || Contains(letter.Reason) || (letter.Exception is { } exception && Contains(exception)))
            && (From is null || letter.GivenUpAt >= From)
            && (Before is null || letter.GivenUpAt < Before);

    private bool Contains(string text) => text.Contains(Reason!, StringComparison.OrdinalIgnoreCase);
}
