using Messaging.Codegen.Testing;
using NATS.Client.Core;
using NATS.NKeys;

namespace Messaging.Codegen.Nats.Tests.Auth;

public sealed class NKeyLoginTests : IAsyncLifetime
{
    private readonly KeyPair _user = KeyPair.CreatePair(PrefixByte.User);
    private NatsServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await NatsServer.StartAsync(new NatsServerOptions
        {
            JetStream = false,
            Configuration = $$"""authorization { users: [ { nkey: {{_user.GetPublicKey()}} } ] }""",
        });

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public Task The_seed_of_a_known_user_logs_in() =>
        Login.AssertWorksAsync(_server.Url, new NatsAuthOpts { NKey = _user.GetPublicKey(), Seed = _user.GetSeed() });

    [Fact]
    public Task A_user_that_the_server_does_not_know_is_refused()
    {
        using var stranger = KeyPair.CreatePair(PrefixByte.User);
        return Login.AssertRefusedAsync(
            _server.Url, new NatsAuthOpts { NKey = stranger.GetPublicKey(), Seed = stranger.GetSeed() });
    }

    [Fact]
    public Task A_known_name_with_another_seed_is_refused()
    {
        using var stranger = KeyPair.CreatePair(PrefixByte.User);
        return Login.AssertRefusedAsync(
            _server.Url, new NatsAuthOpts { NKey = _user.GetPublicKey(), Seed = stranger.GetSeed() });
    }

    [Fact]
    public Task No_credentials_are_refused() => Login.AssertRefusedAsync(_server.Url, new NatsAuthOpts());
}
