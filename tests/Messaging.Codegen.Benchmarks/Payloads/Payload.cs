using System.Text.Json.Serialization.Metadata;

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>One kind of message to measure.</summary>
/// <param name="name">What it is called in options and tables.</param>
/// <param name="isArrays">True for the numeric arrays, which MemoryPack copies as they are: goals against it leave them out.</param>
internal abstract class Payload(string name, bool isArrays)
{
    public string Name { get; } = name;

    public bool IsArrays { get; } = isArrays;
}

/// <param name="create">Makes an instance of the numbers drawn.</param>
/// <param name="json">How to show every member of an instance.</param>
internal sealed class Payload<T>(string name, Func<Random, T> create, Func<JsonTypeInfo<T>> json, bool isArrays = false) : Payload(name, isArrays)
    where T : class
{
    private const int Seed = 20_260_101;

    public JsonTypeInfo<T> Json => json();

    /// <summary>The same instances in every process.</summary>
    public T[] Create(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => create(random))];
    }
}
