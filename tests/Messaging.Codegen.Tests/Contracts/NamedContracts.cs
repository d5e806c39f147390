using System.Runtime.Serialization;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Names for keys, around parts of both kinds.</summary>
[MessagePackObject]
[Message("test.named", Subject = "test.named.{Id}")]
public sealed partial class Named
{
    [Key("id"), IdempotencyKey] public int Id { get; set; }
    [Key("name")] public string? Name { get; set; }
    [Key("größe")] public double Size { get; set; }
    [Key("tags")] public List<string> Tags { get; set; } = [];
    [Key("place")] public Place? Place { get; set; }
    [Key("places")] public Dictionary<string, Place> Places { get; set; } = [];
    [Key("spot")] public Spot Spot { get; set; }
    [Key("other")] public Spot? Other { get; set; }
    [Key("line")] public Line? Line { get; set; }
    [Key("signal")] public ISignal? Signal { get; set; }
    [Key("a name of 32 bytes, so two of len")] public Small Long { get; set; }
    [Key(" ")] public bool Blank { get; set; }
    [Key("event")] public int? @event;
    [Key("maybe")] public DateTime? Maybe { get; set; }
    [Key("guid")] public Guid Guid { get; set; }
    [Key("last")] public decimal Last { get; set; }
}

/// <summary>A part that travels as a map, with members in another order than their names'.</summary>
[MessagePackObject]
public sealed record Place([property: Key("zip")] int Zip, [property: Key("city")] string City = "nowhere")
{
    [Key("country")] public string? Country { get; init; }
    [Key("people")] public List<Person> People { get; init; } = [];
}

/// <summary>A part whose members are called by their own names.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public readonly record struct Spot(int X, int Y);

/// <summary>The same in a class, with what does not travel.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public class Person
{
    public int Age;
    public string Name { get; set; } = "";
    public string? Note { get; init; }
    [IgnoreMember] public int Secret { get; set; }
    public int Doubled => Age * 2;
    internal int Inner { get; set; }
}

[Union(0, typeof(Flag))]
[Union(1, typeof(Light))]
public interface ISignal;

[MessagePackObject]
public sealed record Flag([property: Key("color")] string Color) : ISignal;

[MessagePackObject]
public sealed record Light([property: Key(0)] int Frequency) : ISignal;

/// <summary>Bases with properties and fields, an override, and an order that attributes ask for.</summary>
[MessagePackObject]
public abstract class NamedBase
{
    [Key("baseField")] public int BaseField;
    [Key("kind")] public virtual string Kind { get; set; } = "base";
    [Key("baseLast")] public int BaseLast { get; set; }
}

[MessagePackObject]
[Message("test.named-inherited")]
public sealed partial class NamedInherited : NamedBase
{
    [Key("field")] public int Field;
    [Key("b")] public int B { get; set; }
    [Key("kind")] public override string Kind { get; set; } = "derived";
    [Key("first"), DataMember(Order = 1)] public int First { get; set; }
}

/// <summary>The same with the members' own names.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public abstract class ImplicitBase
{
    public int BaseField;
    public virtual string Kind { get; set; } = "base";
    public int BaseLast { get; set; }
}

[MessagePackObject(keyAsPropertyName: true)]
[Message("test.implicit-inherited")]
public sealed partial class ImplicitInherited : ImplicitBase
{
    public int Field;
    public int B { get; set; }
    public override string Kind { get; set; } = "derived";
    [DataMember(Order = 1)] public int First { get; set; }
}

/// <summary>A contract of positional and further members, around itself.</summary>
[MessagePackObject(keyAsPropertyName: true)]
[Message("test.implicit")]
public sealed partial record Implicit(int Id, string Text)
{
    public required Guid Key { get; init; }
    public List<int> More { get; init; } = [1];
    public Implicit? Next { get; init; }
    public Point Point { get; set; }
}

/// <summary>An array around maps.</summary>
[MessagePackObject]
[Message("test.maps-in-array")]
public sealed partial record MapsInArray([property: Key(0)] Place? Place, [property: Key(1)] List<Spot> Spots, [property: Key(3)] Person? Person);

/// <summary>More than 15 members, whose header takes three bytes.</summary>
[MessagePackObject(keyAsPropertyName: true)]
[Message("test.wide-map")]
public partial struct WideMap
{
    public int A, B, C, D, E, F, G, H;
    public string? I, J, K, L, M, N, O, P;
}

/// <summary>A map without members.</summary>
[MessagePackObject(keyAsPropertyName: true)]
[Message("test.empty-map")]
public sealed partial class EmptyMap;

/// <summary>What happens to names that do not come.</summary>
[Message("test.named-defaults")]
public sealed partial record NamedDefaults
{
    [Key("required")] public required string Required { get; init; }
    [Key("number")] public required int Number { get; init; }
    [Key("note")] public required string? Note { get; init; }
    [Key("five")] public int Five { get; init; } = 5;
    [Key("text")] public string Text { get; init; } = "text";
    [Key("maybe")] public string? Maybe { get; init; } = "maybe";
    [Key("list")] public List<int> List { get; init; } = [];
    [Key("kept")] public List<int> Kept { get; init; } = [1, 2];
    [Key("random")] public Guid Random { get; init; } = Guid.NewGuid();
    [Key("process")] public int? Process { get; init; } = Environment.ProcessId;
    [Key("place")] public Place? Place { get; init; }
}
