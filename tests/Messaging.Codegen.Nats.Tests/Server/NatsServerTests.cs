using System.Diagnostics;
using System.Runtime.Versioning;
using Messaging.Codegen.Testing;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Server;

public sealed class NatsServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_started_server_stores_messages_at_once()
    {
        await using var server = await NatsServer.StartAsync();

        Assert.True(server.IsRunning);
        Assert.Equal(1UL, await StoreAsync(server));
    }

    [Fact]
    public async Task A_killed_server_comes_back_on_its_port_with_its_store()
    {
        await using var server = await NatsServer.StartAsync();
        await StoreAsync(server);
        var (port, process) = (server.Port, server.ProcessId);

        server.Kill();
        Assert.False(server.IsRunning);
        Assert.Throws<InvalidOperationException>(() => server.ProcessId);
        await server.RestartAsync();

        Assert.Equal(port, server.Port);
        Assert.NotEqual(process, server.ProcessId);
        Assert.Equal(2UL, await StoreAsync(server));
    }

    [Fact]
    public async Task A_stopped_server_comes_back_with_its_store()
    {
        await using var server = await NatsServer.StartAsync();
        await StoreAsync(server);

        await server.StopAsync();
        await server.StopAsync();
        Assert.False(server.IsRunning);
        Assert.Contains("Server Exiting", server.Log, StringComparison.Ordinal);
        await server.RestartAsync();

        Assert.Equal(2UL, await StoreAsync(server));
    }

    [Fact]
    public async Task A_running_server_can_be_restarted()
    {
        await using var server = await NatsServer.StartAsync();
        var process = server.ProcessId;

        await server.RestartAsync();

        Assert.NotEqual(process, server.ProcessId);
        Assert.Equal(1UL, await StoreAsync(server));
    }

    [Fact]
    public async Task A_paused_server_answers_nothing_until_it_is_resumed()
    {
        await using var server = await NatsServer.StartAsync();
        await using var connection = new NatsConnection(new NatsOpts { Url = server.Url });
        await connection.ConnectAsync();

        server.Pause();
        var ping = connection.PingAsync().AsTask();
        Assert.True(server.IsRunning);
        Assert.NotSame(ping, await Task.WhenAny(ping, Task.Delay(500)));
        server.Resume();

        await ping.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_paused_server_can_be_stopped()
    {
        await using var server = await NatsServer.StartAsync();

        server.Pause();
        await server.StopAsync();

        Assert.False(server.IsRunning);
        Assert.Contains("Server Exiting", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_ends_the_process_and_deletes_the_folder()
    {
        var server = await NatsServer.StartAsync();
        using var process = Process.GetProcessById(server.ProcessId);
        var folder = ServerLog.StoreFolder(server.Log);
        Assert.True(Directory.Exists(folder));

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.True(process.WaitForExit(Patience));
        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => server.RestartAsync());
    }

    [Fact]
    public async Task Further_configuration_wins()
    {
        await using var server = await NatsServer.StartAsync(new NatsServerOptions { JetStream = false, Configuration = "max_payload: 4321" });
        await using var connection = new NatsConnection(new NatsOpts { Url = server.Url });
        await connection.ConnectAsync();

        Assert.Equal(4321, connection.ServerInfo?.MaxPayload);
        Assert.False(connection.ServerInfo?.JetStreamAvailable);
    }

    [Fact]
    public async Task A_configuration_that_the_server_rejects_is_quoted()
    {
        var failure = await Assert.ThrowsAsync<NatsServerStartException>(
            () => NatsServer.StartAsync(new NatsServerOptions { Configuration = "max_payload: no-number" }));

        Assert.Contains("is string, not int64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_program_that_does_not_get_ready_is_given_up()
    {
        // Sleeps whatever its arguments are.
        var program = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(program, "#!/bin/sh\nexec sleep 600\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            var failure = await Assert.ThrowsAsync<NatsServerStartException>(() => NatsServer.StartAsync(
                new NatsServerOptions { BinaryPath = program, StartTimeout = TimeSpan.FromMilliseconds(200) }));

            Assert.Contains("not ready", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(program);
        }
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_named()
    {
        var failure = await Assert.ThrowsAsync<NatsServerStartException>(
            () => NatsServer.StartAsync(new NatsServerOptions { BinaryPath = "/nowhere/nats-server" }));

        Assert.Contains("/nowhere/nats-server", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<ulong> StoreAsync(NatsServer server)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var connection = new NatsConnection(new NatsOpts { Url = server.Url });
        var jetStream = new NatsJSContext(connection);
        await jetStream.CreateOrUpdateStreamAsync(new StreamConfig("ORDERS", ["orders.>"]), timeout.Token);
        var ack = await jetStream.PublishAsync("orders.placed", "1", cancellationToken: timeout.Token);
        return ack.Seq;
    }
}
