using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;

namespace Messaging.Codegen.Chaos.Tests;

/// <summary>The short forms of the chaos harness: a minute or so of kills each. What it says is shown when a test fails, its seed first.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ShortRuns
{
    private const int Balanced = 0;
    private const int Unbalanced = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Nothing_is_lost_on_one_server()
    {
        var (code, output) = await RunAsync("--messages", "5000", "--seconds", "30", "--consumer-kills", "5", "--broker-kills", "2");

        Assert.True(code == Balanced, output);
    }

    [Fact]
    public async Task Nothing_is_lost_on_a_cluster_with_three_replicas()
    {
        var (code, output) = await RunAsync("--messages", "3000", "--seconds", "30", "--consumer-kills", "4", "--broker-kills", "3", "--cluster");

        Assert.True(code == Balanced, output);
    }

    /// <summary>A harness that cannot fail proves nothing.</summary>
    [Fact]
    public async Task The_ledger_finds_messages_that_are_acknowledged_without_their_effect()
    {
        var (code, output) = await RunAsync(
            "--messages", "1000", "--seconds", "5", "--consumer-kills", "1", "--broker-kills", "0", "--sabotage", "ack-without-effect");

        Assert.True(code == Unbalanced, output);
        Assert.Contains("lost by plain:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_finds_effects_beside_the_transaction_of_the_inbox()
    {
        var (code, output) = await RunAsync(
            "--messages", "1000", "--seconds", "5", "--consumer-kills", "1", "--broker-kills", "0", "--sabotage", "effect-outside-transaction");

        Assert.True(code == Unbalanced, output);
        Assert.Contains("doubled at inbox, which must not be:", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var program = typeof(ShortRuns).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ChaosProgram").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.HasExited ? process.ExitCode : -1, $"{await output}\n{await errors}");
    }
}
