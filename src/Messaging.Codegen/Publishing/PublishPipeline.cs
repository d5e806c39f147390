using System.Runtime.CompilerServices;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <summary>The one way of a message to its stream: subject, id, headers, transport, retry with the same id.</summary>
public sealed partial class PublishPipeline
{
    private readonly MessagingRuntime _runtime;
    private readonly MessagingCounters _counters;
    private readonly PublishRetry _retry;
    private readonly TimeProvider _time;

    internal PublishPipeline(MessagingRuntime runtime, MessagingCounters counters, PublishRetry retry, TimeProvider time)
    {
        _runtime = runtime;
        _counters = counters;
        _retry = retry;
        _time = time;
    }

    internal ValueTask<PublishReceipt> PublishAsync<T>(T message, PublishOptions? options, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        var messageId = MessageIds.Of(message, options);
        var headers = options is null ? null : PublishHeaders.From(options);
        var terms = options is null ? null : PublishTermsOf.Options(options);
        return T.HasCopies
            ? SendWithCopiesAsync(Draft.Of(message, messageId, headers, terms), cancellationToken)
            : SendAsync(message, messageId, headers, terms, cancellationToken);
    }

    /// <summary>Publishes what a handler caused: <paramref name="ordinal"/> makes its id the same for every delivery of the cause.</summary>
    internal ValueTask<PublishReceipt> PublishCausedAsync<T>(T message, MessageContext cause, int ordinal, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        var messageId = MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? MessageIds.Caused(T.Contract, cause, ordinal);
        var headers = PublishHeaders.CausedBy(cause);
        return cause.Outlet is { } outlet ? MessageOutlet.HandAsync(outlet, Draft.Of(message, messageId, headers, null), cancellationToken)
            : T.HasCopies ? SendWithCopiesAsync(Draft.Of(message, messageId, headers, null), cancellationToken)
            : SendAsync(message, messageId, headers, null, cancellationToken);
    }

    /// <summary>Publishes bytes: dead letters and quarantine copies.</summary>
    internal async ValueTask<PublishReceipt> PublishBytesAsync(OutgoingBytes message, CancellationToken cancellationToken)
    {
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        return await SendAsync(transport, message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes bytes, a single try: for a caller that tries again in its own time.</summary>
    internal async ValueTask<PublishReceipt> PublishOnceAsync(OutgoingBytes message, CancellationToken cancellationToken)
    {
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var receipt = await transport.PublishAsync(message, cancellationToken).ConfigureAwait(false);
        _counters.CountPublished(receipt.Duplicate);
        return receipt;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<PublishReceipt> SendAsync<T>(
        T message, string messageId, MessageHeaders? headers, PublishTerms? terms, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var started = MessagingTelemetry.StartPublishTimer(_time);
        using var activity = MessagingTelemetry.StartPublish(T.Contract, transport.System);
        var outgoing = OutgoingMessage<T>.Rent(message, T.GetSubject(message), messageId, MessagingTelemetry.Inject(headers), terms);
        MessagingTelemetry.Describe(activity, outgoing);
        try
        {
            var receipt = await SendAsync(transport, outgoing, cancellationToken).ConfigureAwait(false);

            // Only after success: a transport may still hold a message whose publish failed or was given up.
            outgoing.Return();
            _counters.CountPublished(receipt.Duplicate);
            MessagingTelemetry.RecordSent(T.Contract, transport.System, _time, started, null);
            return receipt;
        }
        catch (Exception e)
        {
            MessagingTelemetry.Failed(activity, e);
            MessagingTelemetry.RecordSent(T.Contract, transport.System, _time, started, e);
            throw;
        }
    }

    private ValueTask<PublishReceipt> SendAsync(ITransport transport, OutgoingMessage outgoing, CancellationToken cancellationToken) =>
        RetryAsync(transport, outgoing, static (transport, outgoing, token) => transport.PublishAsync(outgoing, token), cancellationToken);

    /// <summary>The one place where messages leave for a transport; a retry carries the same ids.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> RetryAsync<TOutgoing, TResult>(
        ITransport transport,
        TOutgoing outgoing,
        Func<ITransport, TOutgoing, CancellationToken, ValueTask<TResult>> send,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await send(transport, outgoing, cancellationToken).ConfigureAwait(false);
            }
            catch (PublishException e) when (e.IsTransient && attempt < _retry.Attempts)
            {
                await Task.Delay(_retry.DelayAfter(attempt), _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
