using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Consuming;

/// <summary>The service scope of one message, made when a handler first needs it: static handlers never do.</summary>
internal struct LazyScope(IServiceScopeFactory factory) : IAsyncDisposable
{
    private AsyncServiceScope? _scope;

    public IServiceProvider Services => (_scope ??= factory.CreateAsyncScope()).ServiceProvider;

    public readonly ValueTask DisposeAsync() => _scope is { } scope ? scope.DisposeAsync() : ValueTask.CompletedTask;
}
