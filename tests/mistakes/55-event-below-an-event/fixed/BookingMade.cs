using MessagePack;
using Messaging.Codegen;

namespace Hostel;

[Message("bookings.made")]
public sealed partial record BookingMade([property: Key(0)] Guid BookingId, [property: Key(1)] string Guest, [property: Key(2)] int Persons = 1);
