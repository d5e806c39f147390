using System.Collections.Immutable;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Every way of declaring a default.</summary>
[Message("test.defaults")]
public sealed partial record Defaults
{
    [Key(0)] public required int Number { get; init; }
    [Key(1)] public int Five { get; init; } = 5;
    [Key(2)] public string Text { get; init; } = "text";
    [Key(3)] public string? Note { get; init; } = "note";
    [Key(4)] public List<int> Init { get; init; } = [1, 2];
    [Key(5)] public List<int> Set { get; set; } = [3];
    [Key(6)] public Guid Random { get; init; } = Guid.NewGuid();
    [Key(7)] public Small Small { get; init; } = Small.Two;
    [Key(8)] public ImmutableArray<int> Immutable { get; init; } = [7];
    [Key(9)] public int? Maybe { get; init; } = Environment.ProcessId;
    [Key(10)] public List<string> Field = ["field"];
    [Key(11)] public byte Small2 { get; init; } = 7;
    [Key(12)] public long? MaybeSeven { get; init; } = 7;
    [Key(13)] public int Zero { get; init; }
    [Key(14)] public string Empty { get; init; } = string.Empty;
    [Key(15)] public double Half { get; init; } = 1 / 2.0;
}

/// <summary>A struct whose members keep defaults that only the constructor knows.</summary>
[Message("test.struct-defaults")]
public partial record struct StructDefaults
{
    public StructDefaults()
    {
        Later = new('l', 2);
    }

    [Key(0)] public List<int> Kept { get; init; } = [1];
    [Key(1)] public string Later { get; init; }
    [Key(2)] public int Three { get; init; } = 1 + 2;
}

/// <summary>A generic base whose defaults only its own initializers know.</summary>
/// <typeparam name="T">Closed by the contract.</typeparam>
public abstract record Versioned<T>
    where T : struct
{
    [Key(0)] public T Id { get; init; } = default;
    [Key(1)] public List<T> Parents { get; init; } = [default];
    [Key(2)] public T? Next { get; init; } = Make();

    private static T? Make() => default(T);
}

[Message("test.generic-defaults")]
public sealed partial record GenericDefaults : Versioned<int>;

/// <summary>A class whose constructor sets what has no initializer.</summary>
[Message("test.constructed")]
public sealed partial class Constructed
{
    public Constructed()
    {
        Name = "constructed";
    }

    [Key(0)] public string Name { get; set; }
    [Key(1)] public string Missing { get; set; } = null!;
    [Key(2)] public int Count { get; set; }
}

/// <summary>Parameters with and without defaults.</summary>
[Message("test.parameters")]
public sealed partial record Parameters(
    [property: Key(0)] int Number,
    [property: Key(1)] string? Note,
    [property: Key(2)] string Text = "text",
    [property: Key(3)] Small Small = Small.One,
    [property: Key(4)] decimal Price = 1.50m,
    [property: Key(5)] DateTime Time = default,
    [property: Key(6)] long? Maybe = 3);

/// <summary>Members that must be there.</summary>
[Message("test.required")]
public sealed partial record Required
{
    [Key(0)] public required string Text { get; init; }
    [Key(1)] public required string? Note { get; init; }
    [Key(2)] public required int Number { get; init; }
    [Key(3)] public Line Line { get; init; } = null!;
}

/// <summary>Contracts inside of contracts: one whose members can be reached, one that only its own serializer can read.</summary>
[Message("test.nesting")]
public sealed partial record Nesting
{
    [Key(0)] public Defaults? Embedded { get; init; }
    [Key(1)] public Hidden? Hidden { get; init; }
    [Key(2)] public List<Hidden> Many { get; init; } = [];
}

[Message("test.hidden")]
public sealed partial class Hidden
{
    public Hidden(int secret)
    {
        _secret = secret;
    }

    private Hidden()
    {
    }

    [Key(0)] private int _secret;

    [Key(1)] public Hidden? Next { get; private set; }

    [IgnoreMember] public int Secret => _secret;

    public void Append(Hidden next) => Next = next;
}

[Message("test.line")]
public sealed partial record LineMessage([property: Key(0)] string Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice);
