using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>Delivers a durable's messages to a sink: one subscription, pulls written by hand, and the wit to start them again.</summary>
internal sealed class PullConsumer : ITransportConsumer
{
    private readonly NatsLink _link;
    private readonly ConsumerDefinition _definition;
    private readonly Handover _handover;
    private readonly NatsLog _log;
    private readonly string _name;
    private readonly string _pullSubject;
    private readonly PullCredit _credit;
    private readonly PullRequests _requests;
    private readonly PullSubscription _subscription;
    private readonly PullWatch _watch;
    private readonly Settlements _settlements;
    private volatile bool _isStopping;
    private Task? _stop;
    private int _isDisposed;

    public PullConsumer(NatsLink link, JetStreamApi api, JetStreamAssets assets, ConsumerDefinition definition, IMessageSink sink, NatsOptions options, NatsLog log)
    {
        _link = link;
        _definition = definition;
        _log = log;
        _name = definition.ToString();
        var inbox = link.NewInbox();
        _credit = new PullCredit(definition.Prefetch);
        _pullSubject = $"{api.Prefix}.CONSUMER.MSG.NEXT.{definition.Stream}.{definition.Name}";
        _requests = new PullRequests(link, _pullSubject, inbox, options, OnPullFailed);
        _subscription = new PullSubscription(link, inbox, this);
        _settlements = new Settlements(link, _name, log);
        _handover = new Handover(definition, sink, _credit, _settlements, log);
        _watch = new PullWatch(_name, new ConsumerRecovery(assets, definition, log), options.IdleHeartbeat, this, link, log);
    }

    /// <inheritdoc/>
    public bool IsHealthy => _link.IsOpen && _watch.IsAnswering && !_isStopping;

    /// <summary>True when an answer of the server is due.</summary>
    public bool IsWaiting => !_isStopping && _credit.Requested > 0;

    /// <summary>Makes sure that the durable exists, and begins.</summary>
    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        await _watch.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await _link.SubscribeAsync(_subscription, cancellationToken).ConfigureAwait(false);
        _link.Disconnected += OnDisconnected;
        _link.Opened += OnOpened;
        _link.Forbidden += OnForbidden;
        _watch.Start();
        Pull();
    }

    /// <summary>Takes what came on the inbox. Never throws.</summary>
    public void Receive(string subject, string? reply, ReadOnlySequence<byte>? headers, in ReadOnlySequence<byte> payload)
    {
        try
        {
            _watch.OnSign();
            if (reply is not null && AckSubject.TryParse(reply, out var ack))
            {
                if (!_handover.TryDeliver(subject, reply, ack, headers, payload))
                {
                    Pull();
                }
            }
            else if (headers is { } block && StatusLine.TryParse(block, out var status))
            {
                OnStatus(subject, status);
            }
        }
        catch (Exception e)
        {
            _log.DeliveryFailed(_name, _definition.AckWait, e);
        }
    }

    /// <inheritdoc/>
    public void Release(int count)
    {
        if (_credit.Release(count))
        {
            Pull();
        }
    }

    /// <inheritdoc/>
    public ValueTask AckAsync(DeliveryInfo delivery, CancellationToken cancellationToken) => _settlements.AckAsync(delivery.AckToken);

    /// <inheritdoc/>
    public ValueTask NakAsync(DeliveryInfo delivery, TimeSpan delay, CancellationToken cancellationToken) =>
        _settlements.NakAsync(delivery.AckToken, delay);

    /// <inheritdoc/>
    public ValueTask TerminateAsync(DeliveryInfo delivery, string reason, CancellationToken cancellationToken) =>
        _settlements.TerminateAsync(delivery.AckToken, reason);

    /// <inheritdoc/>
    public ValueTask ProgressAsync(DeliveryInfo delivery, CancellationToken cancellationToken) => _settlements.ProgressAsync(delivery.AckToken);

    /// <inheritdoc/>
    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        lock (_requests)
        {
            return new ValueTask(_stop ??= StopCoreAsync());
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        try
        {
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _link.Disconnected -= OnDisconnected;
            _link.Opened -= OnOpened;
            _link.Forbidden -= OnForbidden;
            _watch.Dispose();
            await _settlements.EndAsync().ConfigureAwait(false);
            await _link.FlushAsync().ConfigureAwait(false);
            await _link.EndAsync(_subscription).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for as much as there is room for, if that is worth it.</summary>
    /// <param name="isIdle">True to ask for little too.</param>
    public void Pull(bool isIdle = false)
    {
        if (!_isStopping && _watch.MayPull && _link.IsOpen && _credit.Take(isIdle) is > 0 and var batch)
        {
            _watch.OnAsked();
            _requests.Send(batch);
        }
    }

    /// <summary>Forgets what was asked for and asks anew.</summary>
    public void PullAnew()
    {
        _requests.Renew();
        _credit.Reset();
        Pull();
    }

    private async Task StopCoreAsync()
    {
        _isStopping = true;
        _watch.Stop();
        if (_link.IsOpen)
        {
            // The server forgets the pulls with the subscription; what it sent before arrives before its answer to the ping, which is waited
            // for without patience too: what arrives when nobody listens any more comes again only when the whole ack wait is over.
            await _subscription.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await _subscription.UnsubscribeAsync().ConfigureAwait(false);
        }
    }

    private void OnStatus(string subject, in StatusLine status)
    {
        if (!_requests.IsCurrent(subject))
        {
            return;
        }

        switch (PullAnswers.Classify(status))
        {
            case PullAnswer.Alive:
                return;
            case PullAnswer.Ended:
                EndPull(status.Pending);
                Pull();
                return;
            case PullAnswer.Void:
                PullAnew();
                return;
            case PullAnswer.Refused:
                _log.PullRefused(_name, status.Code, status.Description);
                if (PullAnswers.BatchLimit(status) is { } limit)
                {
                    _credit.Limit(limit);
                }

                EndPull(status.Pending);
                _watch.PullLater();
                return;
            case PullAnswer.Missing:
                _log.ConsumerMissing(_name, $"{status.Code} {status.Description}");
                _credit.Reset();
                _watch.Recover();
                return;
        }
    }

    private void EndPull(int? pending)
    {
        if (pending is { } count)
        {
            _credit.Return(count);
        }
        else
        {
            _requests.Renew();
            _credit.Reset();
        }
    }

    private void OnPullFailed(Exception exception)
    {
        _log.PullFailed(_name, exception);
        _credit.Reset();
        _watch.PullLater();
    }

    private void OnDisconnected()
    {
        _requests.Renew();
        _credit.Reset();
    }

    private void OnOpened()
    {
        _ = _settlements.FlushAsync();
        PullAnew();
    }

    private void OnForbidden(string subject, bool isPublish, string words)
    {
        if (subject == (isPublish ? _pullSubject : _subscription.Subject))
        {
            _watch.OnForbidden();
        }
    }
}
