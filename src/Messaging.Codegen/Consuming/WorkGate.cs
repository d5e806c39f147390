namespace Messaging.Codegen.Consuming;

/// <summary>Decides when a delivery may be begun: not while the consumer is paused or another one is tried alone, and not above the rate.</summary>
internal sealed class WorkGate(ConsumerDefinition definition, ConsumerServices services, DeliverySettlement settlement, PauseSwitch pause)
{
    private readonly RateLimiter? _rate = definition.RateLimit is { } limit ? new RateLimiter(limit, services.Time) : null;
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Cancelled when nothing may be begun any more.</summary>
    public CancellationToken Closed => _stopping.Token;

    private bool IsHeldUp => pause.IsPaused || services.Floor.IsTaken;

    /// <summary>Nothing may be begun any more.</summary>
    public Task CloseAsync() => _stopping.CancelAsync();

    /// <summary>Begins the deliveries of a batch together, so that none of them is begun while another still waits.</summary>
    /// <returns>Those that could be begun; the others are given back, since the consumer stops.</returns>
    public async Task<List<Delivery>> BeginAllAsync(List<Delivery> collected)
    {
        if (collected is [var only])
        {
            return await BeginAsync(only).ConfigureAwait(false) ? collected : [];
        }

        while (true)
        {
            foreach (var _ in collected)
            {
                if (!await MayBeginAsync().ConfigureAwait(false))
                {
                    return [];
                }
            }

            var begun = collected.FindAll(static delivery => delivery.TryBegin());
            if (!IsHeldUp)
            {
                return begun;
            }

            begun.ForEach(static delivery => delivery.TakeBack());
            services.Floor.OnEnded();
        }
    }

    /// <summary>Begins a delivery when that may be.</summary>
    /// <returns>False when the consumer stops: it is given back.</returns>
    public async ValueTask<bool> BeginAsync(Delivery delivery)
    {
        if (settlement.IsSuspect(delivery))
        {
            return await BeginAloneAsync(delivery).ConfigureAwait(false);
        }

        while (await MayBeginAsync().ConfigureAwait(false) && delivery.TryBegin())
        {
            // Whoever holds others up looks at what is begun after saying so; hence this order here.
            if (!IsHeldUp)
            {
                return true;
            }

            delivery.TakeBack();
            services.Floor.OnEnded();
        }

        return false;
    }

    /// <summary>Begins a delivery when nothing else is worked on in the process, and holds everything else up until it is processed.</summary>
    private async ValueTask<bool> BeginAloneAsync(Delivery delivery)
    {
        while (await MayBeginAsync().ConfigureAwait(false))
        {
            var floor = await TryTakeFloorAsync().ConfigureAwait(false);
            if (floor is null || !delivery.TryBegin())
            {
                floor?.Dispose();
                return false;
            }

            if (!pause.IsPaused)
            {
                delivery.Floor = floor;
                await services.Floor.UntilAloneAsync(_stopping.Token).ConfigureAwait(false);
                return true;
            }

            delivery.TakeBack();
            floor.Dispose();
            services.Floor.OnEnded();
        }

        return false;
    }

    private async ValueTask<IDisposable?> TryTakeFloorAsync()
    {
        try
        {
            return await services.Floor.TakeAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Waits for the end of a pause, for whoever is tried alone, and for the rate limit.</summary>
    /// <returns>False when the consumer stops meanwhile.</returns>
    private async ValueTask<bool> MayBeginAsync()
    {
        try
        {
            while (IsHeldUp)
            {
                await pause.WaitAsync(_stopping.Token).ConfigureAwait(false);
                await services.Floor.WaitAsync(_stopping.Token).ConfigureAwait(false);
            }

            if (_rate is not null)
            {
                await _rate.WaitAsync(_stopping.Token).ConfigureAwait(false);
            }

            // What it waited for may have come at the moment of the stop.
            return !_stopping.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
