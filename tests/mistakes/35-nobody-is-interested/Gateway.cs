using Messaging.Codegen;
using Microsoft.Extensions.Hosting;

namespace Meters.Gateway;

public sealed class Gateway(IPublisher<MeterRead> publisher) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wattHours = 0L; !stoppingToken.IsCancellationRequested; wattHours += 10)
        {
            await publisher.PublishAsync(new MeterRead(1, wattHours), stoppingToken);
            await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
        }
    }
}
