using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Baseline;

/// <summary>A contract as one release has it: compiled with what the generator emits, loaded, and able to write and read real bytes.</summary>
internal sealed class Release
{
    private const string Probe = """

        public static class Probe
        {
            public static object[] Samples() => new object[] { SAMPLES };
            public static byte[] Write(object message) => MessageSerializer.SerializeToArray((Msg)message);
            public static object Read(byte[] payload) => MessageSerializer.Deserialize<Msg>(payload);
        }
        """;

    private readonly Type _probe;

    private Release(Type probe, IReadOnlyList<FactLine> facts)
    {
        _probe = probe;
        Facts = facts;
    }

    /// <summary>The facts of the contract.</summary>
    public IReadOnlyList<FactLine> Facts { get; }

    /// <summary>Compiles a release.</summary>
    /// <param name="source">A contract <c>Msg</c> of the name <c>test.msg</c>, and what it needs.</param>
    /// <param name="samples">Messages worth sending, as expressions separated by <c>;</c>.</param>
    public static Release Compile(string source, string samples)
    {
        var text = Verify.Usings + source + Probe.Replace("SAMPLES", samples.Replace(";", ", "), StringComparison.Ordinal);
        var input = SourceCompilation.Create([SourceCompilation.Parse(text)], "Release" + Guid.NewGuid().ToString("N"));
        var type = (INamedTypeSymbol)input.GetSymbolsWithName("Msg", SymbolFilter.Type).Single();
        var context = new ParseContext(input, static diagnostic => Assert.True(diagnostic.Severity < DiagnosticSeverity.Error, diagnostic.ToString()), CancellationToken.None);
        var facts = Messaging.Codegen.Generators.Facts.ContractFacts.Of(ContractParser.Parse(type, context)!).ToList();

        using var image = new MemoryStream();
        var result = SourceCompilation.RunGenerator(input).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + text);
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        return new Release(assembly.GetType("Probe")!, facts);
    }

    /// <summary>What each sample is after it was written by this release and read by <paramref name="reader"/>.</summary>
    public IEnumerable<Outcome> SendTo(Release reader)
    {
        foreach (var message in (object[])Call("Samples"))
        {
            var sent = Show(message);
            Dictionary<string, string>? received = null;
            string? failure = null;
            try
            {
                received = Show(reader.Call("Read", Call("Write", message)));
            }
            catch (TargetInvocationException e) when (e.InnerException is MessageFormatException refused)
            {
                failure = refused.Message;
            }

            var changed = received is null ? [] : sent.Keys.Where(name => received.TryGetValue(name, out var value) && !IsSame(sent[name], value)).ToList();
            yield return new Outcome(failure, changed);
        }
    }

    /// <summary>True when what both texts tell is equal; a part may have members in one release only.</summary>
    private static bool IsSame(string one, string other)
    {
        using var left = JsonDocument.Parse(one);
        using var right = JsonDocument.Parse(other);
        return IsSame(left.RootElement, right.RootElement);
    }

    private static bool IsSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            one.EnumerateObject().All(member => !other.TryGetProperty(member.Name, out var value) || IsSame(member.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray()).All(static pair => IsSame(pair.First, pair.Second)),
        _ => one.GetRawText() == other.GetRawText(),
    };

    private object Call(string method, params object[] arguments) => _probe.GetMethod(method)!.Invoke(null, arguments)!;

    private static Dictionary<string, string> Show(object message) =>
        message.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.Name != "EqualityContract")
            .ToDictionary(static property => property.Name, property => Show(property.PropertyType, property.GetValue(message)));

    private static string Show(Type type, object? value) =>
        value is null ? "null"
        : value is IEnumerable and not string and not IDictionary and not byte[] && value.GetType() is var runtime && !runtime.IsArray
            ? JsonSerializer.Serialize(((IEnumerable)value).Cast<object>().ToArray())
            : value is Enum ? JsonSerializer.Serialize(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture))
            : JsonSerializer.Serialize(value, value.GetType());
}

/// <summary>What became of a message.</summary>
/// <param name="Failure">Why it was refused, or null.</param>
/// <param name="Changed">The members that both releases have and that arrived with another value.</param>
internal sealed record Outcome(string? Failure, IReadOnlyList<string> Changed)
{
    public bool IsIntact => Failure is null && Changed.Count == 0;

    public override string ToString() => Failure ?? (Changed.Count == 0 ? "intact" : "changed: " + string.Join(", ", Changed));
}
