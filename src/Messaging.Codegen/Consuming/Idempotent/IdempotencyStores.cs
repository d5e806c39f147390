using Messaging.Codegen.Publishing;

namespace Messaging.Codegen.Consuming;

/// <summary>The stores of a service. While one is out of reach its consumers wait here: a guess would lose or double a message.</summary>
internal sealed class IdempotencyStores(IEnumerable<IIdempotencyStore> stores, TimeProvider time, MessagingLog log)
{
    /// <summary>The pause after the first failure; it doubles up to <see cref="LongestPause"/>.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Slot[] _slots = [.. Enum.GetValues<Idempotency>().Select(kind => new Slot(stores.LastOrDefault(store => store.Kind == kind)))];

    /// <summary>The kinds of the stores that cannot be reached at the moment.</summary>
    public IEnumerable<Idempotency> Unavailable =>
        _slots.Where(slot => Volatile.Read(ref slot.Waiting) > 0).Select(slot => slot.Store!.Kind);

    /// <summary>Checks that there is a store for a handler.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    private void Require(HandlerOptions handler)
    {
        if (handler.Idempotency is { } kind and not Idempotency.None && _slots[(int)kind].Store is null)
        {
            throw new InvalidOperationException(
                $"{handler.Handler} asks for Idempotency.{kind}, and no store of that kind is registered: {Advice(kind)}.");
        }
    }

    /// <summary>Prepares the stores that handlers ask for.</summary>
    public async ValueTask PrepareAsync(IEnumerable<HandlerOptions> handlers, Provision mode, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
        {
            Require(handler);
        }

        foreach (var kind in handlers.Select(handler => handler.Idempotency ?? Idempotency.None).Distinct().Where(kind => kind != Idempotency.None))
        {
            await _slots[(int)kind].Store!.PrepareAsync(mode, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<ConsumeOutcome> RunAsync(
        Idempotency kind, Delivery delivery, ConsumeDelegate handle, CancellationToken cancellationToken)
    {
        var slot = _slots[(int)kind];
        var key = string.Concat(delivery.Stream, "|", delivery.Consumer, string.Concat("|", delivery.IdempotencyKey));
        try
        {
            return await slot.Store!.RunAsync(delivery, key, handle, cancellationToken).ConfigureAwait(false);
        }
        catch (IdempotencyStoreUnavailableException e)
        {
            log.StoreUnavailable(delivery.Consumer, kind, delivery.Sequence, e);
        }

        Interlocked.Increment(ref slot.Waiting);
        try
        {
            for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                await Task.Delay(Jitter.AtLeast(pause), time, cancellationToken).ConfigureAwait(false);
                await delivery.RestartAsync().ConfigureAwait(false);
                try
                {
                    return await slot.Store!.RunAsync(delivery, key, handle, cancellationToken).ConfigureAwait(false);
                }
                catch (IdempotencyStoreUnavailableException)
                {
                    // Still away; said once.
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref slot.Waiting);
        }
    }

    private static string Advice(Idempotency kind) => kind switch
    {
        Idempotency.KeyValue => "the transports bring it, so this transport does not support it",
        Idempotency.Inbox => "add the package Messaging.Codegen.Postgres and call its Use method in AddMessaging",
        _ => $"register an {nameof(IIdempotencyStore)}",
    };

    private sealed class Slot(IIdempotencyStore? store)
    {
        public readonly IIdempotencyStore? Store = store;

        /// <summary>How many deliveries wait for the store.</summary>
        public int Waiting;
    }
}
