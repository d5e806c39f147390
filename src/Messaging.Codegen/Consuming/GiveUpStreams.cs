namespace Messaging.Codegen.Consuming;

/// <summary>Why a message is given up.</summary>
internal enum GiveUpKind
{
    /// <summary>Its handler failed for good.</summary>
    DeadLetter,

    /// <summary>It cannot be read as any contract.</summary>
    Quarantine,
}

/// <summary>
/// The streams that hold what consumers gave up: one pair per source stream, Limits retention without an age, so that nothing is
/// lost before somebody has looked.
/// </summary>
internal static class GiveUpStreams
{
    public static string Subject(GiveUpKind kind, string stream, string consumer) => $"{Prefix(kind)}.{stream}.{consumer}";

    public static string Name(GiveUpKind kind, string stream) => kind == GiveUpKind.DeadLetter ? $"{stream}_DLQ" : $"{stream}_QUARANTINE";

    /// <summary>The pair for a source stream, as durable as the source itself.</summary>
    public static IEnumerable<StreamDefinition> For(string stream, StreamDefinition? source)
    {
        foreach (var kind in Enum.GetValues<GiveUpKind>())
        {
            yield return new StreamDefinition(Name(kind, stream), [$"{Prefix(kind)}.{stream}.>"])
            {
                Storage = source?.Storage ?? StreamStorage.File,
                Replicas = source?.Replicas ?? 1,
            };
        }
    }

    private static string Prefix(GiveUpKind kind) => kind == GiveUpKind.DeadLetter ? "dlq" : "quarantine";
}
