using System.Runtime.CompilerServices;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>Lets publishes fail: <paramref name="refuses"/> is asked with the subject and how often it was tried.</summary>
internal sealed class FlakyTransport(ITransport inner, Func<string, int, bool> refuses, bool afterStoring) : ITransport
{
    private readonly Dictionary<string, int> _tries = [];

    /// <summary>The message ids of all tries, in order.</summary>
    public List<string?> Tried { get; } = [];

    public string System => inner.System;

    public bool IsConnected => inner.IsConnected;

    public IGiveUpNotices? GiveUpNotices => inner.GiveUpNotices;

    /// <summary>Puts it around the transport that was chosen before.</summary>
    public static void Use(MessagingBuilder messaging, Func<string, int, bool> refuses, bool afterStoring = false)
    {
        var chosen = messaging.Services.Last(service => service.ServiceType == typeof(ITransport));
        messaging.UseTransport(services => new FlakyTransport((ITransport)chosen.ImplementationFactory!(services), refuses, afterStoring));
    }

    public ValueTask ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);

    public ValueTask ProvisionAsync(
        IReadOnlyList<StreamDefinition> streams, IReadOnlyList<ConsumerDefinition> consumers, Provision mode, CancellationToken cancellationToken) =>
        inner.ProvisionAsync(streams, consumers, mode, cancellationToken);

    public ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken) => inner.FindStreamAsync(subject, cancellationToken);

    public async ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        bool fails;
        lock (_tries)
        {
            Tried.Add(message.MessageId);
            var tries = _tries[message.Subject] = _tries.GetValueOrDefault(message.Subject) + 1;
            fails = refuses(message.Subject, tries);
        }

        if (fails && !afterStoring)
        {
            throw new PublishException(PublishFailure.Timeout, message.Subject, "not sent");
        }

        var receipt = await inner.PublishAsync(message, cancellationToken);
        return fails ? throw new PublishException(PublishFailure.Timeout, message.Subject, "the acknowledgement got lost") : receipt;
    }

    public async ValueTask<IReadOnlyList<PublishReceipt>?> PublishBatchAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var subject = messages[0].Subject;
        bool fails;
        lock (_tries)
        {
            Tried.AddRange(messages.Select(message => message.MessageId));
            var tries = _tries["batch " + subject] = _tries.GetValueOrDefault("batch " + subject) + 1;
            fails = refuses(subject, tries);
        }

        var receipts = await inner.PublishBatchAsync(messages, cancellationToken);
        return fails && receipts is not null ? throw new PublishException(PublishFailure.Timeout, subject, "the acknowledgement got lost") : receipts;
    }

    public ValueTask<ITransportConsumer> ConsumeAsync(ConsumerDefinition consumer, IMessageSink sink, CancellationToken cancellationToken) =>
        inner.ConsumeAsync(consumer, sink, cancellationToken);

    public ValueTask<TransportReply> RequestAsync(OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken) =>
        inner.RequestAsync(request, timeout, cancellationToken);

    public ValueTask<IAsyncDisposable> RespondAsync(
        string subject, string group, Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond, CancellationToken cancellationToken) =>
        inner.RespondAsync(subject, group, respond, cancellationToken);

    public async IAsyncEnumerable<StoredMessage> ReadAsync(
        string stream, string filter, ulong fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in inner.ReadAsync(stream, filter, fromSequence, cancellationToken))
        {
            yield return message;
        }
    }

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
}
