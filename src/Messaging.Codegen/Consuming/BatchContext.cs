using Messaging.Codegen.Consuming;

namespace Messaging.Codegen;

/// <summary>
/// Where the messages of a batch came from, and what becomes of each. Those that are not failed are handled when the handler returns. When it
/// throws instead, each message is tried alone at once, and only those that fail alone have failed. Valid until the handler returns.
/// </summary>
public sealed class BatchContext
{
    private readonly IReadOnlyList<Delivery> _deliveries;
    private readonly Func<IServiceProvider> _services;
    private readonly Exception?[] _failures;

    internal BatchContext(IReadOnlyList<Delivery> deliveries, Func<IServiceProvider> services)
    {
        _deliveries = deliveries;
        _services = services;
        _failures = new Exception?[deliveries.Count];
    }

    /// <summary>How many messages there are.</summary>
    public int Count => _deliveries.Count;

    /// <summary>The services of the batch: one scope, made when it is first asked for.</summary>
    public IServiceProvider Services => _services();

    /// <summary>Where a message came from, and the way to publish what it causes.</summary>
    /// <param name="index">Its place in the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public MessageContext this[int index]
    {
        get
        {
            Check(index);
            return _deliveries[index];
        }
    }

    /// <summary>
    /// Says that a message has failed: it is tried again or dead-lettered as if its own handler had thrown <paramref name="exception"/>, and the
    /// others are not concerned. The last call for a message counts.
    /// </summary>
    /// <param name="index">Its place in the batch.</param>
    /// <param name="exception">Why; a <see cref="DeadLetterException"/> or <see cref="RetryException"/> has its usual meaning.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void Fail(int index, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Check(index);
        _failures[index] = exception;
    }

    internal Exception? FailureOf(int index) => _failures[index];

    private void Check(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
