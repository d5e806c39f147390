using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Chaos.Faults;

/// <summary>One worker's network: a proxy in front of every server.</summary>
internal sealed class Network(IEnumerable<NatsServer> nodes) : IAsyncDisposable
{
    private readonly TcpProxy[] _proxies = [.. nodes.Select(node => new TcpProxy(node.Port))];

    public string Urls => string.Join(',', _proxies.Select(proxy => proxy.Url));

    /// <summary>Breaks the connections; new ones succeed.</summary>
    public void Cut() => Array.ForEach(_proxies, static proxy => proxy.Cut());

    /// <summary>Breaks the connections and lets no new ones through for a while.</summary>
    public async Task CloseAsync(TimeSpan duration)
    {
        Array.ForEach(_proxies, static proxy => proxy.Close());
        await Task.Delay(duration);
        Array.ForEach(_proxies, static proxy => proxy.Open());
    }

    /// <summary>Keeps back the servers' answers for a while: what the worker sends arrives.</summary>
    public async Task SilenceAsync(TimeSpan duration)
    {
        Array.ForEach(_proxies, static proxy => proxy.Silence());
        await Task.Delay(duration);
        Array.ForEach(_proxies, static proxy => proxy.Speak());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }
    }
}
