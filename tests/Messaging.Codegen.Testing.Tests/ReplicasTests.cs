using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Testing.Tests;

public sealed class ReplicasTests
{
    [Fact]
    public async Task A_deployment_says_how_many_copies_its_streams_keep()
    {
        await using var host = await MessagingTestHost.StartAsync(
            messaging =>
            {
                messaging.AddModule<MessagingCodegenTestingTestsModule>();
                messaging.Options.Replicas = 3;
            },
            services => services.AddSingleton(new Behaviour()));

        foreach (var stream in new[] { ("SHOP", "shop.>", TimeSpan.FromMinutes(2)), ("SHOP_DLQ", "dlq.SHOP.>", TimeSpan.FromHours(1)), ("SHOP_QUARANTINE", "quarantine.SHOP.>", TimeSpan.FromHours(1)) })
        {
            await VerifyAsync(host, stream, replicas: 3);
            var failure = await Assert.ThrowsAsync<TopologyException>(() => VerifyAsync(host, stream, replicas: 1));
            Assert.Contains("Replicas", failure.Message, StringComparison.Ordinal);
        }
    }

    private static async Task VerifyAsync(MessagingTestHost host, (string Name, string Subject, TimeSpan Window) stream, int replicas) =>
        await host.Services.GetRequiredService<ITransport>().ProvisionAsync(
            [new StreamDefinition(stream.Name, [stream.Subject]) { Replicas = replicas, DuplicateWindow = stream.Window }], [], Provision.Verify, CancellationToken.None);
}
