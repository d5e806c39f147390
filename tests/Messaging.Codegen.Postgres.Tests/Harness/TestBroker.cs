using Messaging.Codegen.InMemory;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Postgres.Tests.Harness;

/// <summary>The transports that the tests run on.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    public const string Memory = "memory";
    public const string Nats = "nats";

    private readonly InMemoryBroker? _memory;
    private readonly NatsServer? _nats;

    private TestBroker(InMemoryBroker? memory, NatsServer? nats) => (_memory, _nats) = (memory, nats);

    public string Url => _nats!.Url;

    public static TheoryData<string> All => [Memory, Nats];

    public static async Task<TestBroker> StartAsync(string kind) =>
        kind == Memory ? new TestBroker(new InMemoryBroker(new InMemoryOptions()), null) : new TestBroker(null, await NatsServer.StartAsync());

    public void Use(MessagingBuilder messaging)
    {
        if (_nats is not null)
        {
            messaging.UseNats(_nats.Url);
        }
        else
        {
            messaging.UseInMemory(_memory);
        }
    }

    public ValueTask DisposeAsync() => _nats?.DisposeAsync() ?? ValueTask.CompletedTask;
}
