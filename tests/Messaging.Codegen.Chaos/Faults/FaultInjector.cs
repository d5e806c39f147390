using System.Globalization;
using Messaging.Codegen.TestServers;

namespace Messaging.Codegen.Chaos.Faults;

/// <summary>Does what the plan says, at random moments, to random processes.</summary>
internal sealed class FaultInjector(
    Broker broker, PostgresServer database, IReadOnlyList<Worker> producers, IReadOnlyList<Worker> consumers, Random random, TimeSpan outage)
{
    /// <summary>Longer than the ack wait of the handlers: what a paused or cut process has is delivered to another one meanwhile.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Spreads the faults over a time.</summary>
    /// <returns>How often each fault met its victim, when all is as it was before.</returns>
    public async Task<string> RunAsync(IReadOnlyList<Fault> faults, TimeSpan time)
    {
        var running = new List<Task<bool>>();
        var mean = time / (faults.Count + 1);
        foreach (var fault in faults)
        {
            await Task.Delay(mean * (0.5 + random.NextDouble()));
            running.Add(InjectAsync(fault));
        }

        var met = faults.Zip(await Task.WhenAll(running)).Where(static fault => fault.Second).CountBy(static fault => fault.First);
        return string.Join(", ", met.OrderBy(static count => count.Key).Select(static count => $"{count.Key} {count.Value}"));
    }

    private static async Task<bool> AlwaysAsync(Task fault)
    {
        await fault;
        return true;
    }

    private Task<bool> InjectAsync(Fault fault)
    {
        var duration = Longest * random.NextDouble();
        var consumer = consumers[random.Next(consumers.Count)];
        var producer = producers[random.Next(producers.Count)];
        var number = random.Next(int.MaxValue);
        var worker = number % 3 == 0 ? producer : consumer;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss} {fault} {duration.TotalSeconds:0.0} s"));
        return fault switch
        {
            Fault.ConsumerKill => consumer.KillAsync(),
            Fault.ConsumerPause => consumer.PauseAsync(duration),
            Fault.ConsumerStop => consumer.TerminateAsync(),
            Fault.ProducerKill => producer.KillAsync(),
            Fault.BrokerKill => AlwaysAsync(broker.KillAsync(leader: number % 2 == 0, number, duration / 2)),
            Fault.BrokerPause => AlwaysAsync(broker.PauseAsync(number, duration)),
            Fault.BrokerRestart => AlwaysAsync(broker.RestartAsync(number, duration / 2)),
            Fault.NetworkCut => AlwaysAsync(Cut(worker)),
            Fault.NetworkClose => AlwaysAsync(worker.Network.CloseAsync(duration)),
            Fault.NetworkSilence => AlwaysAsync(worker.Network.SilenceAsync(duration)),
            Fault.DatabaseOutage => AlwaysAsync(LoseDatabaseAsync()),
            _ => throw new InvalidOperationException($"{fault}"),
        };
    }

    private static Task Cut(Worker worker)
    {
        worker.Network.Cut();
        return Task.CompletedTask;
    }

    private async Task LoseDatabaseAsync()
    {
        database.Kill();
        await Task.Delay(outage);
        await database.RestartAsync();
    }
}
