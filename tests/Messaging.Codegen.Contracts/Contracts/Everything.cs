using MessagePack;

[assembly: Messaging.Codegen.Stream("PROOF", "proof.>")]

namespace Messaging.Codegen.Contracts;

/// <summary>Every type that the serializer writes, in one graph.</summary>
[MessagePackObject]
[Message("proof.everything", Reuse = true)]
public sealed partial record Everything
{
    [Key(0)] public Scalars? Scalars { get; init; }
    [Key(1)] public NullableScalars? NullableScalars { get; init; }
    [Key(2)] public Enums? Enums { get; init; }
    [Key(3)] public Numbers? Numbers { get; init; }
    [Key(4)] public Sequences? Sequences { get; init; }
    [Key(5)] public Sets? Sets { get; init; }
    [Key(6)] public Maps? Maps { get; init; }
    [Key(7)] public Parts? Parts { get; init; }
    [Key(8)] public Unions? Unions { get; init; }
    [Key(9)] public Defaults? Defaults { get; init; }
    [Key(10)] public Tree? Tree { get; init; }
    [Key(11)] public Named? Named { get; init; }
    [Key(12)] public Numerics? Numerics { get; init; }
    [Key(13)] public Views? Views { get; init; }
    [Key(14)] public Tables? Tables { get; init; }
    [Key(15)] public Grids? Grids { get; init; }
    [Key(16)] public Tuples? Tuples { get; init; }
}
