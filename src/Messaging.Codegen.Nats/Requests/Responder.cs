using Messaging.Codegen.Nats.Connecting;

namespace Messaging.Codegen.Nats.Requests;

/// <summary>A responder as its owner holds it.</summary>
internal sealed class Responder(NatsLink link, ResponderSubscription subscription) : IAsyncDisposable
{
    private int _isDisposed;

    /// <summary>Lets the requests that have arrived be answered, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await subscription.StopAsync().ConfigureAwait(false);
            await link.EndAsync(subscription).ConfigureAwait(false);
        }
    }
}
