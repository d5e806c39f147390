using MessagePack;
using Messaging.Codegen;

namespace Travel.Contracts;

[Message("trips.booked")]
public sealed partial record TripBooked
{
    [Key(0), IdempotencyKey] public required Guid TripId { get; init; }
    [Key(1)] public string? Currency { get; init; }
}
