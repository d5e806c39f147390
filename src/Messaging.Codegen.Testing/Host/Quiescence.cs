using Messaging.Codegen.InMemory;

namespace Messaging.Codegen.Testing;

/// <summary>
/// Knows when nothing is left to do, by the books of the broker and of the process: no guess by the clock. Meanwhile it moves the virtual
/// time: to the next redelivery when nothing else is left, and step by step to the next timer while what runs does not move.
/// </summary>
internal sealed class Quiescence(InMemoryBroker broker, WorkInProgress work, VirtualTime time)
{
    private static readonly TimeSpan SmallestStep = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// How long nothing must happen before what runs is taken to wait for the virtual time. Wrong guesses do no harm: a handler that works on
    /// is kept alive by its progress signals, and idle is never guessed.
    /// </summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until nothing is left to do.</summary>
    /// <param name="horizon">Redeliveries that are due later may be left; null means none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitUntilIdleAsync(TimeSpan? horizon, CancellationToken cancellationToken)
    {
        var end = horizon is { } limit ? time.GetUtcNow() + limit : DateTimeOffset.MaxValue;
        while (true)
        {
            var version = work.Look(out var change, out var isIdle);
            var activity = broker.GetActivity();
            if (!isIdle || activity.IsBusy)
            {
                await LetWorkAsync(change, cancellationToken).ConfigureAwait(false);
            }
            else if (work.IsUnchangedSince(version))
            {
                if (activity.NextRedelivery is not { } next || time.GetUtcNow() + next > end)
                {
                    return;
                }

                time.Advance(WholeMilliseconds(next));
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Moves the time on while somebody waits for something.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            work.Look(out var change, out _);
            await LetWorkAsync(Task.WhenAny(change, task), cancellationToken).ConfigureAwait(false);
        }

        return await task.ConfigureAwait(false);
    }

    private async Task LetWorkAsync(Task change, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(Stillness, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (time.NextTimer is { } next)
            {
                time.Advance(WholeMilliseconds(next));
            }
        }
    }

    /// <summary>The broker's timer counts whole milliseconds.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan step) =>
        step < SmallestStep ? SmallestStep : TimeSpan.FromMilliseconds(Math.Ceiling(step.TotalMilliseconds));
}
