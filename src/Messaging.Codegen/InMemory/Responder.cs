using System.Buffers;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>One process that answers requests on a subject.</summary>
internal sealed class Responder : IAsyncDisposable
{
    private readonly InMemoryBroker _broker;
    private readonly Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> _respond;
    private readonly CancellationTokenSource _died = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running = 1;
    private int _stopped;

    public Responder(
        InMemoryBroker broker,
        SubjectPattern filter,
        string group,
        Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond)
    {
        _broker = broker;
        _respond = respond;
        Filter = filter;
        Group = group;
        broker.Responders.Add(this);
    }

    public SubjectPattern Filter { get; }

    public string Group { get; }

    /// <summary>True once it has stopped and answered everything.</summary>
    public bool IsDone => _idle.Task.IsCompleted;

    /// <summary>Answers a request on another thread; without an answer when this process dies first or the answer cannot be sent.</summary>
    public void Answer(EncodedMessage request, TaskCompletionSource<TransportReply> reply)
    {
        Interlocked.Increment(ref _running);
        _ = Task.Run(() => AnswerAsync(request, reply));
    }

    /// <summary>Takes no more requests and waits until those that were taken are answered.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        await _idle.Task.ConfigureAwait(false);
    }

    /// <summary>The process dies: what it works on is not answered.</summary>
    public void Kill()
    {
        _died.Cancel();
        Stop();
    }

    private void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            _broker.Responders.Remove(this);
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.SetResult();
        }
    }

    private async Task AnswerAsync(EncodedMessage request, TaskCompletionSource<TransportReply> reply)
    {
        try
        {
            var incoming = new TransportRequest(request.Subject, request.ParseHeaders(), new ReadOnlySequence<byte>(request.Payload.ToArray()));
            var outgoing = await _respond(incoming, _died.Token).ConfigureAwait(false);
            var answer = EncodedMessage.FromReply(outgoing, _broker.Options.MaxPayload);
            if (!_died.IsCancellationRequested)
            {
                reply.TrySetResult(new TransportReply(answer.ParseHeaders(), new ReadOnlySequence<byte>(answer.Payload)));
            }
        }
#pragma warning disable CA1031 // As on a network: who cannot answer leaves the requester to its deadline.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            Leave();
        }
    }
}
