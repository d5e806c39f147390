using Messaging.Codegen;

namespace Hotel.Bookings;

[Message("bookings.room-booked")]
public sealed partial record RoomBooked
{
    public Guid BookingId { get; init; }
    public string Room { get; init; } = "";
    public DateOnly From { get; init; }
    public int Nights { get; init; }
}
