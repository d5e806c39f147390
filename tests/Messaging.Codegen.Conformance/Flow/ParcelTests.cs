using System.Globalization;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>Tests of a process that publishes the second version of a contract, and with it the first.</summary>
public abstract class ParcelTests<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    protected ParcelV2 NewParcel(int number) => new(Root, "a", number.ToString(CultureInfo.InvariantCulture));

    protected static IPublisher<ParcelV2> Publisher(FlowProcess process) => process.Services.GetRequiredService<IPublisher<ParcelV2>>();

    protected ValueTask<PublishReceipt> PublishAsync(FlowProcess process, int number) => Publisher(process).PublishAsync(NewParcel(number));

    protected Task<FlowProcess> StartPublisherAsync(
        bool allowAtomicBatches, string? subjects = null, Action<ModuleBuilder>? register = null, bool allowSchedules = false) =>
        FlowProcess.StartAsync(
            Fixture,
            new StreamDefinition(Stream, [subjects ?? $"{Root}.>"]) { AllowAtomicBatches = allowAtomicBatches, AllowSchedules = allowSchedules },
            module =>
            {
                module.AddContract<ParcelV2, ParcelV2Publisher>(static pipeline => new ParcelV2Publisher(pipeline));
                register?.Invoke(module);
            },
            static messaging => messaging.Options.PublishRetry.Attempts = 1);

    protected async Task<List<StoredMessage>> ReadAsync(string stream)
    {
        var messages = new List<StoredMessage>();
        await foreach (var message in Transport.ReadAsync(stream, ">", 0, CancellationToken.None))
        {
            messages.Add(message);
        }

        return messages;
    }
}
