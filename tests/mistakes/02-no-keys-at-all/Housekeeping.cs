using Messaging.Codegen;

namespace Hotel.Bookings;

public sealed class Housekeeping
{
    [Handler("housekeeping")]
    public Task HandleAsync(RoomBooked booking, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{booking.Room}: fresh towels on {booking.From}".AsMemory(), cancellationToken);
}
