using MessagePack;
using Messaging.Codegen;

namespace Agency;

[Message("leads.arrived")]
public sealed partial record LeadArrived([property: Key(0)] string Name, [property: Key(1)] string Phone);
