namespace Messaging.Codegen.Tests.Handlers;

/// <summary>Every shape of result. What a handler publishes says which one it was.</summary>
internal sealed class ReturningHandlers(Probe probe)
{
    [Handler("shape-void")]
    public void Nothing(Asked asked) => probe.Note("void", asked);

    [Handler("shape-task")]
    public async Task NothingLater(Asked asked)
    {
        await Task.Yield();
        probe.Note("task", asked);
    }

    [Handler("shape-value-task")]
    public ValueTask NothingSoon(Asked asked)
    {
        probe.Note("value-task", asked);
        return default;
    }

    [Handler("shape-message")]
    public Told Message(Asked asked) => new("message " + probe.Name);

    [Handler("shape-message-later")]
    public async Task<Told> MessageLater(Asked asked)
    {
        await Task.Yield();
        return new Told("message later");
    }

    [Handler("shape-maybe")]
    public ValueTask<Told?> Maybe(Asked asked) => new(asked.Level == Level.High ? new Told("maybe") : null);

    [Handler("shape-struct")]
    public Counted Struct(Asked asked) => new(1);

    [Handler("shape-maybe-struct")]
    public Task<Counted?> MaybeStruct(Asked asked) => Task.FromResult<Counted?>(asked.Level == Level.High ? new Counted(2) : null);

    [Handler("shape-sequence")]
    public IEnumerable<Told> Sequence(Asked asked)
    {
        yield return new Told("first");
        yield return new Told("second");
    }

    [Handler("shape-list")]
    public Task<List<Told?>?> List(Asked asked) =>
        Task.FromResult(asked.Level == Level.High ? new List<Told?> { new("in a list"), null } : null);

    [Handler("shape-array")]
    public Counted[] Array(Asked asked) => [new(3), new(4)];

    [Handler("shape-set")]
    public HashSet<Told> Set(Asked asked) => [new("in a set")];

    [Handler("shape-stream")]
    public async IAsyncEnumerable<Told> Stream(Asked asked)
    {
        yield return new Told("now");
        await Task.Yield();
        yield return new Told("later");
    }

    [Handler("shape-tuple")]
    public (Told, Counted?, IEnumerable<Told>) Tuple(Asked asked) =>
        (new Told("one of three"), asked.Level == Level.High ? new Counted(5) : null, [new Told("three of three")]);

    [Handler("shape-batch", BatchSize = 10, BatchWait = "10ms", PartitionBy = nameof(Asked.Id), Concurrency = 2)]
    public async Task Batch(IReadOnlyList<Asked> batch, BatchContext context, CancellationToken cancellationToken)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            await context[i].PublishAsync(new Told($"batch {probe.Name}"), cancellationToken);
        }
    }

    [Handler("shape-responder")]
    public async Task<Doubled> Reply(Double request)
    {
        await Task.Yield();
        return new Doubled(request.Number * 2);
    }
}
