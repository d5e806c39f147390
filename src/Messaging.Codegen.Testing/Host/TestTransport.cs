using System.Buffers;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Testing;

/// <summary>A transport that notes what passes, knows what is in work, and lets go wrong what the test asks for.</summary>
internal sealed class TestTransport(ITransport inner, Recorder recorder, ChaosOptions chaos, WorkInProgress work) : ITransport
{
    public string System => inner.System;

    public bool IsConnected => inner.IsConnected;

    public ValueTask ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);

    public ValueTask ProvisionAsync(
        IReadOnlyList<StreamDefinition> streams, IReadOnlyList<ConsumerDefinition> consumers, Provision mode, CancellationToken cancellationToken) =>
        inner.ProvisionAsync(streams, consumers, mode, cancellationToken);

    public ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken) => inner.FindStreamAsync(subject, cancellationToken);

    public async ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var payload = new ArrayBufferWriter<byte>();
        message.WritePayload(payload);
        var receipt = await inner.PublishAsync(message, cancellationToken).ConfigureAwait(false);
        recorder.AddPublished(message, payload.WrittenSpan.ToArray(), receipt);
        work.Touch();
        return receipt;
    }

    public async ValueTask<IReadOnlyList<PublishReceipt>?> PublishBatchAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var receipts = await inner.PublishBatchAsync(messages, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < receipts?.Count; i++)
        {
            var payload = new ArrayBufferWriter<byte>();
            messages[i].WritePayload(payload);
            recorder.AddPublished(messages[i], payload.WrittenSpan.ToArray(), receipts[i]);
        }

        work.Touch();
        return receipts;
    }

    public async ValueTask<ITransportConsumer> ConsumeAsync(ConsumerDefinition consumer, IMessageSink sink, CancellationToken cancellationToken)
    {
        var between = new TestConsumer(consumer, sink, recorder, chaos, work);
        return between.Attach(await inner.ConsumeAsync(consumer, between, cancellationToken).ConfigureAwait(false));
    }

    public ValueTask<TransportReply> RequestAsync(OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken) =>
        inner.RequestAsync(request, timeout, cancellationToken);

    public ValueTask<IAsyncDisposable> RespondAsync(
        string subject, string group, Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond, CancellationToken cancellationToken) =>
        inner.RespondAsync(subject, group, (request, ct) => RespondAsync(group, respond, request, ct), cancellationToken);

    public IAsyncEnumerable<StoredMessage> ReadAsync(string stream, string filter, ulong fromSequence, CancellationToken cancellationToken) =>
        inner.ReadAsync(stream, filter, fromSequence, cancellationToken);

    public ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        inner.GetAsync(stream, sequence, cancellationToken);

    public ValueTask<bool> DeleteAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        inner.DeleteAsync(stream, sequence, cancellationToken);

    public ValueTask<ulong> PurgeAsync(string stream, string filter, CancellationToken cancellationToken) =>
        inner.PurgeAsync(stream, filter, cancellationToken);

    public ValueTask PauseConsumerAsync(string stream, string consumer, DateTimeOffset? until, CancellationToken cancellationToken) =>
        inner.PauseConsumerAsync(stream, consumer, until, cancellationToken);

    public ValueTask<ConsumerState> GetConsumerStateAsync(string stream, string consumer, CancellationToken cancellationToken) =>
        inner.GetConsumerStateAsync(stream, consumer, cancellationToken);

    public ValueTask<StreamState> GetStreamStateAsync(string stream, CancellationToken cancellationToken) =>
        inner.GetStreamStateAsync(stream, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<OutgoingMessage> RespondAsync(
        string group, Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond, TransportRequest request, CancellationToken cancellationToken)
    {
        var running = new RunningRequest(group, request.Subject);
        work.Begin(running);
        try
        {
            return await respond(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            work.End(running);
        }
    }

    private sealed class RunningRequest(string group, string subject)
    {
        public override string ToString() => $"{group} answers a request on {subject}";
    }
}
