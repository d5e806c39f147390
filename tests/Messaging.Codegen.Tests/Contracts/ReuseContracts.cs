using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Everything that can be read over, and what cannot.</summary>
[Message("test.reused", Reuse = true)]
public sealed partial record Reused
{
    [Key(0)] public required string Text { get; init; }
    [Key(1)] public string? Note { get; init; } = "note";
    [Key(2)] public int[] Numbers { get; init; } = [];
    [Key(3)] public List<double> Doubles { get; init; } = [];
    [Key(4)] public byte[] Bytes { get; init; } = [];
    [Key(5)] public List<Line> Lines { get; set; } = [];
    [Key(6)] public Line?[]? Array { get; init; }
    [Key(7)] public Dictionary<string, Line> Map { get; init; } = [];
    [Key(8)] public IReadOnlyDictionary<int, string?> Readable { get; init; } = new Dictionary<int, string?>();
    [Key(9)] public IPayment? Payment { get; init; }
    [Key(10)] public Shape? Shape { get; init; }
    [Key(11)] public Point Point { get; init; }
    [Key(12)] public Point? MaybePoint { get; init; }
    [Key(13)] public Money? Money { get; init; }
    [Key(14)] public Tree? Tree { get; init; }
    [Key(15)] public List<int> Kept { get; init; } = [1, 2];
    [Key(16)] public int? MaybeKept { get; init; } = Environment.ProcessId;
    [Key(17)] public Place? Place { get; init; }
    [Key(18)] public HashSet<int>? Set { get; init; }
    [Key(19)] public Vault? Vault { get; init; }
    [Key(20)] public IReadOnlyList<string> Names { get; init; } = [];
    [Key(21)] public Box<string>? Box { get; init; }
    [Key(22)] public Mixed Mixed { get; init; }
    [Key(23)] public Mixed? MaybeMixed { get; init; }
    [Key(24)] public List<ushort>? Shorts { get; init; }
    [Key(25)] public bool[]? Flags { get; init; }
    [Key(26)] public IReadOnlyList<long> Longs { get; init; } = [];
}

[Message("test.reused-struct", Reuse = true)]
public readonly partial record struct ReusedStruct([property: Key(0)] string Text, [property: Key(1)] List<string> Names);

[Message("test.reused-map", Reuse = true)]
public sealed partial record ReusedMap
{
    [Key("text")] public required string Text { get; init; }
    [Key("names")] public List<string> Names { get; init; } = new(2);
    [Key("place")] public Place? Place { get; init; }
}

[Message("test.reused-tree", Reuse = true)]
public sealed partial record ReusedTree([property: Key(0)] string Name, [property: Key(1)] List<ReusedTree> Children);

[Union(0, typeof(ReusedLeft))]
[Union(1, typeof(ReusedRight))]
[Message("test.reused-union", Reuse = true)]
public abstract partial record ReusedUnion;

public sealed record ReusedLeft([property: Key(0)] string Text) : ReusedUnion;

public sealed record ReusedRight([property: Key(0)] List<ReusedUnion> Items) : ReusedUnion;
