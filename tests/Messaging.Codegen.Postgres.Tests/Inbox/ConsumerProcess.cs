using System.Diagnostics;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Postgres.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

/// <summary>This assembly as a consumer process of its own, which kills itself where a test wants it dead.</summary>
internal static class ConsumerProcess
{
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";

    /// <summary>Runs a consumer until it dies.</summary>
    public static async Task RunUntilDeadAsync(string connectionString, string natsUrl, string death, int afterOrders)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ConsumerProcess).Assembly.Location, connectionString, natsUrl, death, $"{afterOrders}"])
        {
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(ShopHost.Patience);
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill();
        }

        Assert.Equal(128 + 9, process.ExitCode);
    }

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var connectionString, var natsUrl, var death, var afterOrders])
        {
            return 2;
        }

        var countdown = int.Parse(afterOrders, System.Globalization.CultureInfo.InvariantCulture);
        await using var host = await ShopHost.StartAsync(connectionString, messaging => messaging.UseNats(natsUrl), more: messaging =>
        {
            if (death == AfterCommit)
            {
                var inbox = messaging.Services.Last(service => service.ServiceType == typeof(IIdempotencyStore));
                messaging.Services.AddSingleton<IIdempotencyStore>(services =>
                    new MortalStore((IIdempotencyStore)inbox.ImplementationFactory!(services), () => Interlocked.Decrement(ref countdown) == 0));
            }
        });
        host.Behaviour.AfterEffect = (_, _, _) =>
        {
            if (death == BeforeCommit && Interlocked.Decrement(ref countdown) == 0)
            {
                Process.GetCurrentProcess().Kill();
            }

            return Task.CompletedTask;
        };

        // Until it is dead, or the parent is.
        await Console.In.ReadToEndAsync();
        return 1;
    }

    /// <summary>Dies when the transaction is committed and the message not acknowledged.</summary>
    private sealed class MortalStore(IIdempotencyStore inbox, Func<bool> dies) : IIdempotencyStore
    {
        public Idempotency Kind => inbox.Kind;

        public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
        {
            var outcome = await inbox.RunAsync(delivery, key, handle, cancellationToken);
            if (outcome == ConsumeOutcome.Handled && dies())
            {
                Process.GetCurrentProcess().Kill();
            }

            return outcome;
        }
    }
}
