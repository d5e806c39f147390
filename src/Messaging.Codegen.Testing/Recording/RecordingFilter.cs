namespace Messaging.Codegen.Testing;

/// <summary>Notes how every delivery ends. The outermost filter, so that it sees the exceptions of all others.</summary>
internal sealed class RecordingFilter(Recorder recorder) : IConsumeFilter
{
    public async ValueTask InvokeAsync(MessageContext context, ConsumeDelegate next, CancellationToken cancellationToken)
    {
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            recorder.AddFailed(context, e);
            throw;
        }

        recorder.AddHandled(context);
    }
}
