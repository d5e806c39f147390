using System.Collections.Concurrent;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// Gives publishes to the client one at a time, in their order: many callers at once would queue at the client's lock, which costs
/// more than the publishes. Whoever comes while nobody writes does it himself, for a few of the others too.
/// </summary>
internal sealed class WritePump(NatsLink link)
{
    /// <summary>How many publishes a caller writes before a thread of the pool takes over.</summary>
    private const int Burst = 64;

    private static readonly TimeSpan ConnectionPoll = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<PendingPublish> _queue = new();
    private int _isWriting;
    private volatile bool _isStopped;

    /// <summary>Queues a publish and writes what is queued, if nobody does.</summary>
    public void Write(PendingPublish publish)
    {
        _queue.Enqueue(publish);
        if (Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0)
        {
            WriteBurst();
        }
    }

    /// <summary>Queues publishes and has them written on another thread.</summary>
    public void WriteLater(ReadOnlySpan<PendingPublish> publishes)
    {
        foreach (var publish in publishes)
        {
            _queue.Enqueue(publish);
        }

        if (!publishes.IsEmpty && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0)
        {
            HandOver(default);
        }
    }

    /// <summary>What is queued from here on is not sent any more.</summary>
    public void Stop() => _isStopped = true;

    private void WriteBurst()
    {
        var budget = Burst;
        do
        {
            while (_queue.TryPeek(out _))
            {
                if (budget-- == 0 || !link.IsOpen)
                {
                    HandOver(default);
                    return;
                }

                _queue.TryDequeue(out var publish);
                var write = Send(publish!);
                if (!write.IsCompletedSuccessfully)
                {
                    HandOver(write);
                    return;
                }
            }

            Volatile.Write(ref _isWriting, 0);
        }
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0);
    }

    private void HandOver(ValueTask running) => _ = Task.Run(() => WriteAsync(running));

    private async Task WriteAsync(ValueTask running)
    {
        await running.ConfigureAwait(false);
        do
        {
            while (_queue.TryDequeue(out var publish))
            {
                while (!link.IsOpen && !publish.IsDone && !_isStopped)
                {
                    await Task.Delay(ConnectionPoll).ConfigureAwait(false);
                }

                await Send(publish).ConfigureAwait(false);
            }

            Volatile.Write(ref _isWriting, 0);
        }
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0);
    }

    /// <summary>Never throws, now or later.</summary>
    private ValueTask Send(PendingPublish publish)
    {
        if (!publish.TryBeginSend())
        {
            publish.Release();
            return ValueTask.CompletedTask;
        }

        ValueTask write;
        try
        {
            write = link.Connection.PublishAsync(
                publish.Subject, publish.Message, publish.GetHeaders(), publish.ReplySubject, OutgoingPayload.Instance);
        }
        catch (Exception e)
        {
            Fail(publish, e);
            return ValueTask.CompletedTask;
        }

        if (!write.IsCompletedSuccessfully)
        {
            return FinishAsync(publish, write);
        }

        publish.Release();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask FinishAsync(PendingPublish publish, ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
            publish.Release();
        }
        catch (Exception e)
        {
            Fail(publish, e);
        }
    }

    private static void Fail(PendingPublish publish, Exception exception)
    {
        publish.Fail(SendFailure.ToException(publish.Subject, exception));
        publish.Release();
    }
}
