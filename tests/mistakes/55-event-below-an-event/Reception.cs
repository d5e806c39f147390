using Messaging.Codegen;

namespace Hostel;

public sealed class Reception
{
    [Handler("reception")]
    public void Handle(BookingMade booking) => Console.WriteLine($"A key for {booking.Guest}");
}
