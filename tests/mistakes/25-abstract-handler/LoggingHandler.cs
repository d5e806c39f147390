using Messaging.Codegen;
using Microsoft.Extensions.Logging;

namespace Flights;

public abstract class LoggingHandler(ILogger logger)
{
    [Handler("flights")]
    public async Task HandleAsync(FlightDelayed delay, CancellationToken cancellationToken)
    {
        logger.LogInformation("{Flight}", delay.Number);
        await WorkAsync(delay, cancellationToken);
    }

    protected abstract Task WorkAsync(FlightDelayed delay, CancellationToken cancellationToken);
}
