using MessagePack;
using Messaging.Codegen;

namespace Parcels;

[Message("parcels.weighed", Subject = "parcels.{Depot}.weighed")]
public sealed partial record ParcelWeighed(
    [property: Key(0)] string TrackingNumber,
    [property: Key(1)] string Depot,
    [property: Key(2)] int Grams,
    [property: Key(3)] int Millimetres);
