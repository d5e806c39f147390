using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Members that must be there, and members whose declared defaults stand for what is absent.</summary>
[MessagePackObject]
[Message("proof.defaults")]
public sealed partial record Defaults
{
    [Key(0)] public required int Number { get; init; }
    [Key(1)] public required string Text { get; init; }
    [Key(2)] public required string? Note { get; init; }
    [Key(3)] public int Seven { get; init; } = 7;
    [Key(4)] public string Name { get; init; } = "name";
    [Key(5)] public string? Maybe { get; init; } = "maybe";
    [Key(6)] public List<int> Numbers { get; init; } = [1, 2];
    [Key(7)] public double? Half { get; init; } = 0.5;
    [Key(8)] public Mapped Mapped { get; init; } = Mapped.Known;
    [Key(9)] public Point Point { get; init; } = new(3, 4);
    [Key(10)] public decimal Price { get; set; } = 1.50m;
    [Key(11)] public required Point? Last { get; init; }
}
