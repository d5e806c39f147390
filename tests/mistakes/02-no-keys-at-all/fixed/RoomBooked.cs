using MessagePack;
using Messaging.Codegen;

namespace Hotel.Bookings;

[Message("bookings.room-booked")]
public sealed partial record RoomBooked
{
    [Key(0), IdempotencyKey] public Guid BookingId { get; init; }
    [Key(1)] public string Room { get; init; } = "";
    [Key(2)] public DateOnly From { get; init; }
    [Key(3)] public int Nights { get; init; }
}
