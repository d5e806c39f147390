using Messaging.Codegen;

namespace Rides;

public sealed class Payouts
{
    [Handler("payouts")]
    public Task HandleAsync(RideEnded ride, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"pay out {ride.Fare * 0.8m}".AsMemory(), cancellationToken);
}
