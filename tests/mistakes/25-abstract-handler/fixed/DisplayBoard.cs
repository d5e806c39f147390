using Messaging.Codegen;
using Microsoft.Extensions.Logging;

namespace Flights;

public sealed class DisplayBoard(ILogger<DisplayBoard> logger) : LoggingHandler(logger)
{
    [Handler("flights")]
    public Task HandleAsync(FlightDelayed delay, CancellationToken cancellationToken) => RunAsync(delay, cancellationToken);

    protected override Task WorkAsync(FlightDelayed delay, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{delay.Number} +{delay.Minutes}".AsMemory(), cancellationToken);
}
