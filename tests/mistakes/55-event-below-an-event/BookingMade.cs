using MessagePack;
using Messaging.Codegen;

namespace Hostel;

[Message("bookings.made")]
public partial record BookingMade([property: Key(0)] Guid BookingId, [property: Key(1)] string Guest);

[Message("bookings.group-made")]
public sealed partial record GroupBookingMade(Guid BookingId, string Guest, [property: Key(2)] int Persons) : BookingMade(BookingId, Guest);
