using Messaging.Codegen.Testing;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.NKeys;

namespace Messaging.Codegen.Nats.Tests.Auth;

/// <summary>Operator mode: every token is signed with the key pairs under test and checked by the server.</summary>
public sealed class JwtLoginTests : IAsyncLifetime
{
    private readonly KeyPair _operator = KeyPair.CreatePair(PrefixByte.Operator);
    private readonly KeyPair _system = KeyPair.CreatePair(PrefixByte.Account);
    private readonly KeyPair _account = KeyPair.CreatePair(PrefixByte.Account);
    private readonly KeyPair _user = KeyPair.CreatePair(PrefixByte.User);
    private NatsServer _server = null!;

    public async Task InitializeAsync()
    {
        var system = _system.GetPublicKey();
        var account = _account.GetPublicKey();
        _server = await NatsServer.StartAsync(new NatsServerOptions
        {
            Configuration = $$"""
                operator: {{NatsJwt.Operator(_operator, system)}}
                resolver: MEMORY
                resolver_preload: {
                  {{system}}: {{NatsJwt.SystemAccount(_operator, system)}}
                  {{account}}: {{NatsJwt.Account(_operator, account)}}
                }
                """,
        });
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public Task A_token_of_a_known_account_logs_in() => Login.AssertWorksAsync(_server.Url, Credentials(_account, _user));

    [Fact]
    public async Task A_logged_in_user_stores_messages()
    {
        await using var connection = new NatsConnection(new NatsOpts { Url = _server.Url, AuthOpts = Credentials(_account, _user) });
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var jetStream = new NatsJSContext(connection);
        await jetStream.CreateStreamAsync(new StreamConfig("ORDERS", ["orders.>"]), timeout.Token);

        var ack = await jetStream.PublishAsync("orders.placed", "1", cancellationToken: timeout.Token);

        Assert.Equal(1UL, ack.Seq);
    }

    [Fact]
    public async Task A_credentials_file_logs_in()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                $"""
                -----BEGIN NATS USER JWT-----
                {NatsJwt.User(_account, _user.GetPublicKey())}
                ------END NATS USER JWT------

                -----BEGIN USER NKEY SEED-----
                {_user.GetSeed()}
                ------END USER NKEY SEED------
                """);

            await Login.AssertWorksAsync(_server.Url, new NatsAuthOpts { CredsFile = file });
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public Task A_token_with_the_seed_of_another_user_is_refused()
    {
        using var thief = KeyPair.CreatePair(PrefixByte.User);
        var token = NatsJwt.User(_account, _user.GetPublicKey());
        return Login.AssertRefusedAsync(_server.Url, new NatsAuthOpts { Jwt = token, Seed = thief.GetSeed() });
    }

    [Fact]
    public Task A_token_of_an_account_that_the_operator_did_not_sign_is_refused()
    {
        using var stranger = KeyPair.CreatePair(PrefixByte.Account);
        return Login.AssertRefusedAsync(_server.Url, Credentials(stranger, _user));
    }

    private static NatsAuthOpts Credentials(KeyPair account, KeyPair user) =>
        new() { Jwt = NatsJwt.User(account, user.GetPublicKey()), Seed = user.GetSeed() };
}
