using Messaging.Codegen.Consuming;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Requests;

/// <summary>What every responder of a service shares.</summary>
internal sealed record ResponderServices(IServiceScopeFactory Scopes, PublishPipeline Publisher, TimeProvider Time, MessagingLog Log);

/// <summary>The context of a request: there is no stream behind it.</summary>
internal sealed class RequestContext(TransportRequest request, string consumer, ResponderServices services) : MessageContext, IAsyncDisposable
{
    private LazyScope _scope = new(services.Scopes);
    private string? _messageId;
    private int _published;

    public override string MessageId => _messageId ??= Headers[HeaderRules.MessageId] ?? MessageIds.New();

    public override string Subject => request.Subject;

    public override string Stream => "";

    public override string Consumer { get; } = consumer;

    public override ulong Sequence => 0;

    public override int DeliveryCount => 1;

    public override DateTimeOffset Timestamp { get; } = services.Time.GetUtcNow();

    public override string CorrelationId => Headers[HeaderRules.CorrelationId] ?? MessageId;

    public override string? CausationId => Headers[HeaderRules.CausationId];

    public override MessageHeaders Headers => request.Headers ?? MessageHeaders.None;

    public override IServiceProvider Services => _scope.Services;

    public override ValueTask<PublishReceipt> PublishAsync<T>(T message, CancellationToken cancellationToken = default) =>
        services.Publisher.PublishCausedAsync(message, this, _published++, cancellationToken);

    public override ValueTask<BatchReceipt> PublishBatchAsync<T>(IReadOnlyList<T> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var first = _published;
        _published += messages.Count;
        return services.Publisher.PublishBatchCausedAsync(messages, this, first, cancellationToken);
    }

    public override ValueTask<ScheduleReceipt> ScheduleAsync<T>(T message, DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        services.Publisher.ScheduleCausedAsync(message, dueAt, this, _published++, cancellationToken);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
