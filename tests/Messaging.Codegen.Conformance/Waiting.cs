namespace Messaging.Codegen.Conformance;

/// <summary>Waits that end as soon as they can and fail, saying for what, long after they should have.</summary>
/// <param name="fixture">Whose time passes.</param>
public sealed class Waiting(TransportFixture fixture)
{
    /// <summary>How long something may take that takes milliseconds on an idle machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long a test looks on that nothing happens: long enough for anything that is on its way.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>The broker's time.</summary>
    public TimeProvider Time => fixture.Time;

    /// <summary>Waits for a condition while the broker's time stands still, if it can.</summary>
    public Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => ValueTask.FromResult(condition()), what);

    /// <summary>Waits for a condition while the broker's time stands still, if it can.</summary>
    public Task UntilAsync(Func<ValueTask<bool>> condition, string what) => PollAsync(condition, what, static () => Task.Delay(Step));

    /// <summary>Waits for a condition that needs the broker's time to pass.</summary>
    public Task WhileTimePassesUntilAsync(Func<bool> condition, string what) => WhileTimePassesUntilAsync(() => ValueTask.FromResult(condition()), what);

    /// <summary>Waits for a condition that needs the broker's time to pass.</summary>
    public Task WhileTimePassesUntilAsync(Func<ValueTask<bool>> condition, string what) => PollAsync(condition, what, () => fixture.PassAsync(Step));

    /// <summary>Gives what must not happen the time to happen.</summary>
    public static Task ForNothingAsync() => Task.Delay(Quiet);

    private static async Task PollAsync(Func<ValueTask<bool>> condition, string what, Func<Task> pause)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"Waited in vain until {what}.");
            await pause();
        }
    }
}
