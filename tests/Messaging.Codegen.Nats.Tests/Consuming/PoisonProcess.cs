using System.Diagnostics;
using Messaging.Codegen.Conformance.Flow;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>A service in a process of its own that one of its messages kills as the kernel would.</summary>
internal static class PoisonProcess
{
    public const string Command = "poison";
    public const string Root = "poisoned";
    public const string Poison = "poison";
    public const int MaxDeliver = 2;

    public static StreamDefinition Stream { get; } = new("POISONED", [Root + ".>"]);

    public static async Task<int> RunAsync(string url)
    {
        var options = new HandlerOptions("c", "PoisonProcess.Handle") { MaxDeliver = MaxDeliver, AckWait = TimeSpan.FromSeconds(1), Concurrency = 4 };
        await using var process = await FlowProcess.StartAsync(
            () => new NatsTransport(new NatsOptions { Urls = { url } }, NullLoggerFactory.Instance),
            TimeProvider.System,
            Stream,
            module => module.AddRoute<Work>(Root + ".work", options, static async (work, _, cancellationToken) =>
            {
                if (work.Key == Poison)
                {
                    using var self = Process.GetCurrentProcess();
                    self.Kill();
                }

                await Task.Delay(5, cancellationToken);
            }));

        // Until the parent closes the pipe.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
