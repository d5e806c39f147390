using MessagePack;

[assembly: Messaging.Codegen.Stream("CHAOS", "chaos.>")]
[assembly: Messaging.Codegen.Stream("DERIVED", "derived.>")]

namespace Messaging.Codegen.Chaos;

/// <summary>What the producers publish.</summary>
[Message("chaos.work", Subject = "chaos.{Lane}.work.v1")]
public sealed partial record Work
{
    [Key(0), IdempotencyKey] public required long Number { get; init; }

    [Key(1)] public required int Lane { get; init; }
}

/// <summary>What the handler of <see cref="Work"/> publishes before its message may be acknowledged.</summary>
[Message("derived.work")]
public sealed partial record Derived([property: Key(0), IdempotencyKey] long Number);

/// <summary>
/// What the handler of <see cref="Work"/> publishes through the outbox, in the transaction of its effect. The outbox keeps the order of a subject, one
/// message after the other: as many lanes as subjects.
/// </summary>
[Message("derived.booked", Subject = "derived.{Lane}.booked.v1")]
public sealed partial record Booked([property: Key(0), IdempotencyKey] long Number, [property: Key(1)] int Lane);
