using MessagePack;
using Messaging.Codegen;

namespace Rides;

[Message("rides.ended", Subject = "rides.{City}.ended")]
public sealed partial record RideEnded
{
    [Key(0), IdempotencyKey] public required Guid RideId { get; init; }
    [Key(1)] public required string City { get; init; }
    [Key(2)] public required decimal Fare { get; init; }
}
