namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>Says what its exceptions mean.</summary>
[OnException(typeof(FormatException), FailureAction.DeadLetter)]
public sealed class ClassifiedHandler(Behaviour behaviour)
{
    [Handler("classified", MaxDeliver = 3, Backoff = ["20ms"])]
    [OnException(typeof(ArgumentException), FailureAction.DeadLetter)]
    [OnException(typeof(ArgumentNullException), FailureAction.Ignore)]
    [OnException(typeof(ArgumentOutOfRangeException), FailureAction.Retry)]
    public Task HandleAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);

    [Handler("pair", MaxDeliver = 3, Backoff = ["20ms"])]
    [OnException(typeof(TimeoutException), FailureAction.Ignore)]
    public Task HandleFirstAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        job.Size == 1 ? throw new TimeoutException("the first does not mind") : behaviour.OnJob(job, context, cancellationToken);

#pragma warning disable MSG306 // Two handlers of one consumer are what the test is about.
    [Handler("pair"), OnException(typeof(TimeoutException), FailureAction.DeadLetter)]
    public Task HandleSecondAsync(Job job, MessageContext context, CancellationToken cancellationToken) =>
        behaviour.OnJob(job, context, cancellationToken);
#pragma warning restore MSG306
}
