namespace Messaging.Codegen.Consuming;

/// <summary>Bounds how long a handler may work.</summary>
internal static class HandlerTimeout
{
    /// <summary>
    /// Runs a handler whose token is cancelled after <paramref name="timeout"/>, which then counts as a failure. One that does not heed its token is
    /// left behind when as long again has passed, so that it cannot keep its consumer from working.
    /// </summary>
    public static async ValueTask RunAsync(
        Func<CancellationToken, ValueTask> handler, TimeSpan timeout, string display, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var token = linked.Token;

        // On a thread of its own: a handler may also hang before its first await.
        var run = Task.Run(() => handler(token).AsTask(), CancellationToken.None);
        try
        {
            await run.WaitAsync(2 * timeout, time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{display} was cancelled: it had not ended within {timeout}.", e);
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            throw new TimeoutException($"{display} was left behind: it had not ended within {timeout} and did not heed its cancellation token.");
        }
    }
}
