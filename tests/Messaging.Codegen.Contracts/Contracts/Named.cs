using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>A contract that travels as a map, with names for keys.</summary>
[MessagePackObject]
[Message("proof.named", Reuse = true)]
public sealed partial record Named
{
    [Key("id")] public int Id { get; init; }
    [Key("größe")] public double Size { get; init; }
    [Key("name")] public string? Name { get; init; }
    [Key("a name that takes more than 31 bytes")] public List<int>? Numbers { get; init; }
    [Key("place")] public Place? Place { get; init; }
    [Key("memory")] public ReadOnlyMemory<byte>? Memory { get; init; }
    [Key("seven")] public int Seven { get; init; } = 7;
    [Key("must")] public required string? Must { get; init; }
    [Key("line")] public Line? Line { get; init; }
}

/// <summary>A part whose members are called by their own names.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public sealed class Place
{
    public int Zip { get; set; }
    public string City { get; set; } = "nowhere";
    public Dictionary<string, int>? People { get; set; }
}
