using System.Collections.Concurrent;
using MessagePack;

[assembly: Messaging.Codegen.Stream("WORK", "work.>")]

namespace Messaging.Codegen.Nats.Tests.Idempotent;

[Message("work.job", Subject = "work.job")]
public sealed partial record Job([property: Key(0), IdempotencyKey] int Number);

/// <summary>What the handler does, and what it has done; all hosts of a test share one.</summary>
public sealed class Workshop
{
    /// <summary>How often each job was handled.</summary>
    public ConcurrentDictionary<int, int> Done { get; } = [];

    public Func<Job, MessageContext, CancellationToken, Task> Work { get; set; } = static (_, _, _) => Task.CompletedTask;
}

public sealed class JobHandler(Workshop workshop)
{
    [Handler("once", MaxDeliver = 5, Backoff = ["50ms"], AckWait = "1s", Concurrency = 16, Idempotency = Idempotency.KeyValue)]
    public async Task HandleAsync(Job job, MessageContext context, CancellationToken cancellationToken)
    {
        await workshop.Work(job, context, cancellationToken).ConfigureAwait(false);
        workshop.Done.AddOrUpdate(job.Number, 1, static (_, count) => count + 1);
    }
}
