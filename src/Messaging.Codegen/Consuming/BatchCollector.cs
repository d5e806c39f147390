using System.Threading.Channels;

namespace Messaging.Codegen.Consuming;

/// <summary>Puts batches together from what is ready; one worker at a time, so that they fill.</summary>
/// <param name="ready">What is ready.</param>
/// <param name="size">The most messages of a batch.</param>
/// <param name="wait">How long the first message of a batch waits for others.</param>
/// <param name="time">The clock.</param>
internal sealed class BatchCollector(ChannelReader<Delivery> ready, int size, TimeSpan wait, TimeProvider time)
{
    private readonly SemaphoreSlim _turn = new(1);
    private Delivery? _loner;

    /// <summary>The next batch; empty when there is nothing more.</summary>
    public async Task<List<Delivery>> CollectAsync(CancellationToken stopping)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (await FirstAsync().ConfigureAwait(false) is not { } first)
            {
                return [];
            }

            return IsLoner(first) ? [first] : await FillAsync(first, stopping).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What came before goes by itself: perhaps it made a batch, or a process, fail. So does what no handler can take.</summary>
    private static bool IsLoner(Delivery delivery) => delivery.DeliveryCount > 1 || delivery.Defect is not null;

    private async ValueTask<Delivery?> FirstAsync()
    {
        if (_loner is { } loner)
        {
            _loner = null;
            return loner;
        }

        while (await ready.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (ready.TryRead(out var first))
            {
                return first;
            }
        }

        return null;
    }

    private async Task<List<Delivery>> FillAsync(Delivery first, CancellationToken stopping)
    {
        var batch = new List<Delivery> { first };
        using var patience = new CancellationTokenSource(wait, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        while (batch.Count < size && await IsMoreReadyAsync(ended.Token).ConfigureAwait(false))
        {
            if (ready.TryRead(out var next))
            {
                if (IsLoner(next))
                {
                    _loner = next;
                    break;
                }

                batch.Add(next);
            }
        }

        return batch;
    }

    private async ValueTask<bool> IsMoreReadyAsync(CancellationToken ended)
    {
        try
        {
            return await ready.WaitToReadAsync(ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
