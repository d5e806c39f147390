using Messaging.Codegen.Conformance.Flow;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>A message that kills the process which works on it, and all that this process had fetched with it.</summary>
public sealed class PoisonProcessTests : NatsServerTest
{
    private const int Neighbours = 60;

    [Fact]
    public async Task A_message_that_kills_its_process_with_SIGKILL_takes_none_of_its_neighbours_to_the_dead_letters()
    {
        var transport = await ConnectAsync();
        await ProvisionAsync(transport, PoisonProcess.Stream);
        for (var number = 0; number <= Neighbours; number++)
        {
            var work = new Work(PoisonProcess.Root, number == 10 ? PoisonProcess.Poison : "innocent", number);
            await transport.PublishAsync(
                new OutgoingBytes(PoisonProcess.Root + ".work", $"{number}", null, MessageSerializer.SerializeToArray(work)), CancellationToken.None);
        }

        var deaths = 0;
        while (true)
        {
            using var child = ChildProcess.Start(PoisonProcess.Command, Server.Url);
            try
            {
                await UntilAsync(async () => child.HasExited || await IsSettledAsync(transport), "the process dies or everything is settled");
                if (!child.HasExited)
                {
                    break;
                }
            }
            finally
            {
                child.Kill();
                await child.WaitForExitAsync();
            }

            deaths++;
            Assert.True(deaths <= 2 * PoisonProcess.MaxDeliver + 3, "It dies more often than it may.");
        }

        // At least as often as it is delivered beside others, and then alone.
        Assert.True(deaths > PoisonProcess.MaxDeliver, $"{deaths} deaths");
        var letters = await transport.GetStreamStateAsync("POISONED_DLQ", CancellationToken.None);
        Assert.Equal(1UL, letters.Messages);
        var letter = await transport.GetAsync("POISONED_DLQ", letters.FirstSequence, CancellationToken.None);
        Assert.Equal(PoisonProcess.Poison, MessageSerializer.Deserialize<Work>(letter!.Payload).Key);
        Assert.Contains("tried alone", letter.Headers![HeaderRules.Reason], StringComparison.Ordinal);
    }

    private static async Task<bool> IsSettledAsync(NatsTransport transport)
    {
        try
        {
            return await transport.GetConsumerStateAsync("POISONED", "c", CancellationToken.None) is { Pending: 0, AckPending: 0 };
        }
        catch (TransportException)
        {
            // The first process has not made it yet.
            return false;
        }
    }
}
