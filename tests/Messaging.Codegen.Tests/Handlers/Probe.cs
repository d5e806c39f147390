using System.Collections.Concurrent;

namespace Messaging.Codegen.Tests.Handlers;

/// <summary>A service that remembers what handlers told it.</summary>
/// <param name="name">Tells one registration from another.</param>
public sealed class Probe(string name = "probe")
{
    private readonly ConcurrentQueue<string> _notes = new();

    public string Name { get; } = name;

    public IReadOnlyCollection<string> Notes => _notes;

    public void Note(string text, Asked asked) => _notes.Enqueue($"{text} {asked.Id}");

    public void Note(string text) => _notes.Enqueue(text);
}

/// <summary>A scoped service: one per delivery, disposed of behind it.</summary>
internal sealed class Visit(Probe probe) : IDisposable
{
    private static int _count;

    public int Number { get; } = Interlocked.Increment(ref _count);

    public void Dispose() => probe.Note($"left {Number}");
}

/// <summary>A service that no test registers.</summary>
internal interface INowhere;
