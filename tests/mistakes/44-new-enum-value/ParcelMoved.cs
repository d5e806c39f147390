using MessagePack;
using Messaging.Codegen;

namespace Parcel.Contracts;

[Message("parcels.moved")]
public sealed partial record ParcelMoved
{
    [Key(0)] public required string TrackingNumber { get; init; }
    [Key(1)] public required ParcelState State { get; init; }
}

public enum ParcelState
{
    Announced = 0,
    InTransit = 1,
    Delivered = 2,
    ReturnedToSender = 3,
}
