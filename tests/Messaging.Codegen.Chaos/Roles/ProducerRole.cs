using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Chaos.Roles;

/// <summary>
/// Publishes a range of numbers and writes down what was acknowledged. Started again after a kill it publishes what the journal lacks,
/// with the same message ids. Of the publishes that fail for good it gives some up: those were never promised.
/// </summary>
internal static class ProducerRole
{
    private const int InFlight = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(CommandLine line)
    {
        var (first, count, rate) = (line.Number("first", 0), line.Number("count", 1), line.Number("rate", int.MaxValue));
        var path = line.Text("journal");
        var done = Journal.Read(path).ToHashSet();
        var open = Enumerable.Range(first, count).Where(number => !done.Contains(number)).ToArray();
        await using var journal = new Journal(path);
        using var host = Service.Build(line, runHandlers: false);
        await host.StartAsync(ParentProcess.Gone);
        Console.WriteLine(Service.Ready);
        var work = host.Services.GetRequiredService<IPublisher<Work>>();
        var transport = host.Services.GetRequiredService<ITransport>();
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForAsync(0, open.Length, new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = ParentProcess.Gone }, async (i, ct) =>
        {
            var early = TimeSpan.FromSeconds((double)i / rate) - TimeProvider.System.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, ct);
            }

            if (await PublishAsync(work, transport, open[i], ct))
            {
                journal.Add(open[i]);
            }
        });
        await host.StopAsync(CancellationToken.None);
        return ExitCodes.WorkDone;
    }

    /// <returns>True when the stream acknowledged it.</returns>
    private static async Task<bool> PublishAsync(IPublisher<Work> work, ITransport transport, long number, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await (Plan.IsUndecodable(number) ? PublishGarbageAsync(transport, number, ct) : work.PublishAsync(Plan.Make(number), ct));
                return true;
            }
            catch (PublishException) when (Random.Shared.Next(10) == 0)
            {
                return false;
            }
            catch (PublishException e)
            {
                Console.Error.WriteLine($"{number}: {e.Message}");
                await Task.Delay(Pause, ct);
            }
        }
    }

    /// <summary>As a program that knows the subject but not the contract.</summary>
    private static ValueTask<PublishReceipt> PublishGarbageAsync(ITransport transport, long number, CancellationToken ct)
    {
        var message = Plan.Make(number);
        return transport.PublishAsync(new OutgoingBytes(SubjectOf(message), IdOf(message), null, "no message"u8.ToArray()), ct);
    }

    private static string SubjectOf<T>(T message)
        where T : IMessage<T> => T.GetSubject(message);

    private static string IdOf<T>(T message)
        where T : IMessage<T> => $"{T.Contract.Identity}:{T.GetIdempotencyKey(message)}";
}
