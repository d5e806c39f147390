using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Publishing;
using Messaging.Codegen.Nats.Reading;
using Microsoft.Extensions.Logging;

namespace Messaging.Codegen.Nats;

/// <summary>What a connected transport consists of.</summary>
internal sealed class NatsSession : IAsyncDisposable
{
    private readonly AckInbox _acks;

    private NatsSession(NatsLink link, NatsOptions options, NatsLog log)
    {
        var inbox = link.NewInbox();
        Link = link;
        Api = new JetStreamApi(link, options);
        Assets = new JetStreamAssets(Api);
        Reader = new StoredMessageReader(link, Api, Assets, options);
        Remover = new StoredMessageRemover(Api, Reader);
        Window = new PublishWindow(link, inbox, options.PublishWindow, options.PublishTimeout);
        Terms = new TermPublisher(link, Assets, Window);
        Batches = new BatchPublisher(link, Assets, Window);
        _acks = new AckInbox(link, inbox, Window, log);
        link.Disconnected += Window.OnDisconnected;
        link.Forbidden += OnForbidden;
    }

    public NatsLink Link { get; }

    public JetStreamApi Api { get; }

    public JetStreamAssets Assets { get; }

    public StoredMessageReader Reader { get; }

    public StoredMessageRemover Remover { get; }

    public PublishWindow Window { get; }

    public TermPublisher Terms { get; }

    public BatchPublisher Batches { get; }

    public static async ValueTask<NatsSession> ConnectAsync(NatsOptions options, ILoggerFactory loggers, NatsLog log, CancellationToken cancellationToken)
    {
        var link = await NatsLink.ConnectAsync(options, loggers, log, cancellationToken).ConfigureAwait(false);
        try
        {
            var session = new NatsSession(link, options, log);
            await link.SubscribeAsync(session._acks, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await link.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Window.Dispose();
        await Link.FlushAsync().ConfigureAwait(false);
        await Link.EndAsync(_acks).ConfigureAwait(false);
        await Link.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the connection as if the process had died.</summary>
    public async ValueTask AbortAsync()
    {
        await Link.AbortAsync().ConfigureAwait(false);
        Window.Dispose();
    }

    private void OnForbidden(string subject, bool isPublish, string words)
    {
        if (isPublish)
        {
            Window.OnForbidden(subject, words);
        }
        else if (subject == _acks.Subject)
        {
            Window.OnInboxForbidden(words);
        }
    }
}
