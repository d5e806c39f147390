using System.Diagnostics.CodeAnalysis;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>A part that keeps everything to itself.</summary>
[MessagePackObject(AllowPrivate = true)]
public sealed partial class Vault
{
    [Key(0)] private int _secret;

    private Vault()
    {
    }

    [Key(1)] public string Owner { get; private set; } = "";
    [Key(2)] private List<int>? Codes { get; init; } = [1, 2];
    [Key(3)] internal Guid Id { get; private init; }

    public static Vault Make(int secret, string owner, List<int>? codes, Guid id) => new() { _secret = secret, Owner = owner, Codes = codes, Id = id };

    public int Secret() => _secret;
}

/// <summary>A part with a private constructor of its own.</summary>
[MessagePackObject(AllowPrivate = true)]
public readonly partial struct Coin
{
    [SerializationConstructor]
    private Coin(int value, string? currency)
    {
        (Value, Currency) = (value, currency);
    }

    [Key(0)] public int Value { get; }
    [Key(1)] private string? Currency { get; }

    public static Coin Make(int value, string? currency) => new(value, currency);
}

/// <summary>The same in a generic part, with a private base.</summary>
/// <typeparam name="T">The value.</typeparam>
[MessagePackObject(AllowPrivate = true)]
public partial class Box<T>
    where T : notnull
{
    [Key(0)] private T _value;

    protected Box(T value)
    {
        _value = value;
    }

    [Key(1)] private T? Old { get; set; }

    public static Box<T> Make(T value, T? old) => new(value) { Old = old };

    public T Value() => _value;

    public void Replace(T value) => (Old, _value) = (_value, value);
}

/// <summary>A name for a private member.</summary>
[MessagePackObject(AllowPrivate = true)]
public partial class Diary
{
    [Key("entry")] private string _entry = "";

    public static Diary Make(string entry) => new() { _entry = entry };

    public string Entry() => _entry;
}

[MessagePackObject]
[Message("test.private-parts")]
public sealed partial record PrivateParts
{
    [Key(0)] public Vault? Vault { get; init; }
    [Key(1)] public Coin Coin { get; init; }
    [Key(2)] public Coin? Maybe { get; init; }
    [Key(3)] public Box<string>? Text { get; init; }
    [Key(4)] public List<Box<int>> Numbers { get; init; } = [];
    [Key(5)] public Diary? Diary { get; init; }
}

/// <summary>A contract whose base has private members.</summary>
[MessagePackObject(AllowPrivate = true)]
public abstract partial class Audited
{
    [Key(0)] private string _by = "nobody";

    [Key(1)] private protected int Revision { get; private set; }

    public void Touch(string by, int revision) => (_by, Revision) = (by, revision);
}

[MessagePackObject(AllowPrivate = true)]
[Message("test.audited")]
public sealed partial class AuditedOrder : Audited
{
    [Key(2)] public required int Number { get; init; }
}

/// <summary>Positional records that derive from each other, with further members.</summary>
[MessagePackObject]
public record Animal([property: Key(0)] string Name)
{
    [Key(3)] public int Legs { get; init; } = 4;
}

[MessagePackObject]
public sealed record Dog(string Name, [property: Key(1)] int Age, [property: Key(2)] string Breed = "mixed") : Animal(Name)
{
    [Key(4)] public required bool IsGood { get; init; }
}

/// <summary>A class with a primary constructor, optional parameters and a member beside.</summary>
[MessagePackObject]
public class Window(int width, int height = 600, string title = "untitled")
{
    [Key(0)] public int Width { get; } = width;
    [Key(1)] public int Height { get; } = height;
    [Key(2)] public string Title { get; } = title;
    [Key(3)] public bool IsOpen { get; set; } = true;
}

/// <summary>A struct of constructor, init and required members.</summary>
[MessagePackObject]
public readonly record struct Mixed([property: Key(0)] int A, [property: Key(1)] string? B = "b")
{
    [Key(2)] public required long C { get; init; }
    [Key(3)] public double D { get; init; } = 0.5;
}

[MessagePackObject]
public sealed class Complete
{
    [SetsRequiredMembers]
    public Complete(string name)
    {
        Name = name;
    }

    [Key(0)] public required string Name { get; init; }
    [Key(1)] public int Count { get; init; }
}

/// <summary>Generic parts in each other, with constraints.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
[MessagePackObject]
public sealed record Entry<TKey, TValue>([property: Key(0)] TKey Key, [property: Key(1)] TValue? Value)
    where TKey : struct, IComparable<TKey>
    where TValue : class
{
    [Key(2)] public Page<TKey> Others { get; init; } = new();
}

/// <summary>A generic union, whose cases are closed.</summary>
/// <typeparam name="T">The result.</typeparam>
[Union(0, typeof(Found))]
[Union(1, typeof(Lost))]
public interface IResult<T>;

[MessagePackObject]
public sealed record Found([property: Key(0)] int Value) : IResult<int>;

[MessagePackObject]
public sealed record Lost([property: Key(0)] string Reason) : IResult<int>;

[MessagePackObject]
[Message("test.shapes")]
public readonly partial record struct Shapes([property: Key(0)] Dog? Dog, [property: Key(1)] Animal? Animal = null)
{
    [Key(2)] public Window? Window { get; init; }
    [Key(3)] public Mixed Mixed { get; init; }
    [Key(4)] public Complete? Complete { get; init; }
    [Key(5)] public Entry<int, Entry<Guid, string>>? Entry { get; init; }
    [Key(6)] public IResult<int>? Result { get; init; }
}
