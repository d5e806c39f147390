using MessagePack;
using Messaging.Codegen;

namespace Clinic;

[Message("appointments.made")]
public sealed partial record AppointmentMade([property: Key(0)] string Patient, [property: Key(1)] string When);

[Message("appointments.made", Version = 2)]
public sealed partial record AppointmentMadeV2([property: Key(0)] string Patient, [property: Key(1)] DateTimeOffset When);
