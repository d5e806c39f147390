using MessagePack;

[assembly: Messaging.Codegen.Stream("SHAPES", "shape.>")]

namespace Messaging.Codegen.Tests.Handlers;

public enum Level
{
    Low = 1,
    High = 2,
}

[Message("shape.asked", Subject = "shape.{Region}.{Level}.asked")]
public sealed partial record Asked([property: Key(0), IdempotencyKey] Guid Id, [property: Key(1)] string Region = "eu", [property: Key(2)] Level Level = Level.Low);

/// <summary>What handlers answer: who said it.</summary>
[Message("shape.told")]
public sealed partial record Told([property: Key(0)] string By);

[Message("shape.counted")]
public readonly partial record struct Counted([property: Key(0)] int Number);

[Message("shape.double", Subject = "double.shape")]
public sealed partial record Double([property: Key(0)] int Number) : IRequest<Doubled>;

[Message("shape.doubled")]
public sealed partial record Doubled([property: Key(0)] int Number);
