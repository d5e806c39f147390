using Microsoft.Extensions.Logging;

namespace Flights;

public sealed class DisplayBoard(ILogger<DisplayBoard> logger) : LoggingHandler(logger)
{
    protected override Task WorkAsync(FlightDelayed delay, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{delay.Number} +{delay.Minutes}".AsMemory(), cancellationToken);
}
