namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>What the handlers of these tests do; each test has its own, resolved from its own host.</summary>
public sealed class Behaviour
{
    public Func<Job, MessageContext, CancellationToken, Task> OnJob { get; set; } = static (_, _, _) => Task.CompletedTask;

    public Func<Job, MessageContext, IEnumerable<JobDone>> Produce { get; set; } = static (_, _) => [];

    public Func<Square, int> Answer { get; set; } = static request => request.Number * request.Number;
}

public sealed class JobHandler(Behaviour behaviour)
{
    [Handler("plain", MaxDeliver = 3, Backoff = ["20ms"])]
    public Task HandleAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("short", MaxDeliver = 3, Backoff = ["20ms"], AckWait = "2s")]
    public Task HandleShortAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("memory", MaxDeliver = 3, Backoff = ["20ms"], Idempotency = Idempotency.Memory)]
    public Task HandleOnceAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("keyvalue", MaxDeliver = 3, Backoff = ["20ms"], Idempotency = Idempotency.KeyValue)]
    public Task HandleOnceForAllAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("inbox", MaxDeliver = 3, Backoff = ["20ms"], Idempotency = Idempotency.Inbox)]
    public Task HandleInTransactionAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("producer", MaxDeliver = 3, Backoff = ["20ms"])]
    public async ValueTask<IEnumerable<JobDone>> ProduceAsync(Job job, MessageContext context, CancellationToken cancellationToken)
    {
        await behaviour.OnJob(job, context, cancellationToken).ConfigureAwait(false);
        return behaviour.Produce(job, context);
    }

    [Handler("large", Filter = nameof(IsLarge))]
    public Task HandleLargeAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("eu"), Where(nameof(Job.Region), "eu", "uk")]
    public Task HandleEuropeAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("calculator")]
    public Squared Answer(Square request) => new(behaviour.Answer(request));

    public static bool IsLarge(Job job) => job.Size > 100;
}
