namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Everybody who can run here.</summary>
internal static class AllContestants
{
    public static IReadOnlyList<(string Name, Func<Contestant> Create)> All { get; } =
    [
        (Ours.Name, Ours.Create),
        (MessagePackCSharp.Name, MessagePackCSharp.Create),
        (MemoryPackBinary.Name, MemoryPackBinary.Create),
    ];
}
