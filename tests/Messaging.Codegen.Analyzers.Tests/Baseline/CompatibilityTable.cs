using Messaging.Codegen.Analyzers.Baseline.Comparison;

namespace Messaging.Codegen.Analyzers.Tests.Baseline;

/// <summary>One change of a contract.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Backward">What becomes of old data in new readers.</param>
/// <param name="Forward">What becomes of new data in old readers.</param>
/// <param name="Old">The release.</param>
/// <param name="OldSamples">Messages of it.</param>
/// <param name="New">The source.</param>
/// <param name="NewSamples">Messages of it.</param>
internal sealed record CompatibilityRow(string Name, Verdict Backward, Verdict Forward, string Old, string OldSamples, string New, string NewSamples)
{
    /// <summary>A release before the old one, whose messages streams still hold; null when the old one stands for all.</summary>
    public (string Source, string Samples)? Earlier { get; init; }
}

/// <summary>The changes that readers by the reader contract live with, and those that they do not.</summary>
internal static class CompatibilityTable
{
    private const Verdict Ok = Verdict.Works;
    private const Verdict Warn = Verdict.Suffers;
    private const Verdict Break = Verdict.Breaks;

    public static IReadOnlyList<CompatibilityRow> Rows { get; } =
    [
        .. Members(), .. Scalars(), .. Presence(), .. Shapes(), .. Enums(), .. Unions(),
    ];

    private static IEnumerable<CompatibilityRow> Members()
    {
        const string A = "[Key(0)] public required int A { get; init; }";
        yield return Row(
            "add a nullable key at the end", Ok, Ok, A, "new Msg { A = 1 }", A + "[Key(1)] public string? B { get; init; }", "new Msg { A = 1, B = \"b\" }; new Msg { A = 1 }");
        yield return Row("add a key with a default", Ok, Ok, A, "new Msg { A = 1 }", A + "[Key(1)] public int B { get; init; } = 7;", "new Msg { A = 1, B = 2 }");
        yield return Row("add a required key", Break, Ok, A, "new Msg { A = 1 }", A + "[Key(1)] public required int B { get; init; }", "new Msg { A = 1, B = 2 }");
        yield return Row(
            "add a key into a gap", Ok, Ok,
            A + "[Key(2)] public int C { get; init; }", "new Msg { A = 1, C = 3 }",
            A + "[Key(1)] public int B { get; init; } [Key(2)] public int C { get; init; }", "new Msg { A = 1, B = 2, C = 3 }");
        yield return Row(
            "remove an optional key and reserve it", Ok, Ok,
            A + "[Key(1)] public int B { get; init; }", "new Msg { A = 1, B = 2 }",
            A, "new Msg { A = 1 }", "[ReservedKeys(1)]");
        yield return Row(
            "remove a key from the middle and reserve it", Ok, Ok,
            A + "[Key(1)] public int B { get; init; } = 5; [Key(2)] public int C { get; init; }", "new Msg { A = 1, B = 2, C = 3 }",
            A + "[Key(2)] public int C { get; init; }", "new Msg { A = 1, C = 3 }", "[ReservedKeys(1)]");
        yield return Row(
            "remove a required key and reserve it", Ok, Break,
            A + "[Key(1)] public required int B { get; init; }", "new Msg { A = 1, B = 2 }",
            A, "new Msg { A = 1 }", "[ReservedKeys(1)]");
        yield return Row(
            "swap keys", Break, Break,
            "[Key(0)] public int A { get; init; } [Key(1)] public int B { get; init; }", "new Msg { A = 1, B = 2 }",
            "[Key(1)] public int A { get; init; } [Key(0)] public int B { get; init; }", "new Msg { A = 1, B = 2 }");
        yield return Row(
            "move a key", Break, Break,
            "[Key(0)] public int A { get; init; }", "new Msg { A = 1 }", "[Key(1)] public int A { get; init; }", "new Msg { A = 1 }");
        yield return Row("rename a member", Ok, Ok, A, "new Msg { A = 1 }", "[Key(0)] public required int Amount { get; init; }", "new Msg { Amount = 1 }");
    }

    private static IEnumerable<CompatibilityRow> Scalars()
    {
        yield return Type("widen short to int", Ok, Break, "short", "-5", "int", "70000; 5");
        yield return Type("widen int to long", Ok, Break, "int", "-5", "long", "1L << 40");
        yield return Type("widen byte to short", Ok, Break, "byte", "200", "short", "-1");
        yield return Type("narrow long to int", Break, Ok, "long", "1L << 40", "int", "-7");
        yield return Type("swap int and uint", Break, Break, "int", "-1", "uint", "uint.MaxValue");
        yield return Type("int to double", Ok, Break, "int", "-5", "double", "0.5");
        yield return Type("long to double", Warn, Break, "long", "(1L << 53) + 1", "double", "0.5");
        yield return Type("float to double", Ok, Warn, "float", "0.5f", "double", "0.1");
        yield return Type("double to float", Warn, Ok, "double", "0.1", "float", "0.5f");
        yield return Type("int to string", Break, Break, "int", "5", "string", "\"x\"");
        yield return Type("string to byte[]", Break, Break, "string", "\"x\"", "byte[]", "new byte[] { 0xc3, 0x28 }");
        yield return Type("scalar to list", Break, Break, "int", "5", "List<int>", "[5]");
        yield return Type("list to map", Break, Break, "List<int>", "[5]", "Dictionary<int, int>", "new() { [1] = 2 }");
        yield return Type("DateTime to DateTimeOffset", Break, Break, "DateTime", "new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "DateTimeOffset", "DateTimeOffset.UnixEpoch");
        yield return Type("decimal to double", Break, Break, "decimal", "1.5m", "double", "1.5");
        yield return Type("Guid to byte[]", Break, Break, "Guid", "Guid.NewGuid()", "byte[]", "new byte[16]");
        yield return Type("Guid to string", Ok, Break, "Guid", "Guid.NewGuid()", "string", "\"x\"");
        yield return Type("list to array", Ok, Ok, "List<int>", "[1, 2]", "int[]", "[3, 4]");
        yield return Type("list of short to list of int", Ok, Break, "List<short>", "[1]", "List<int>", "[70000]");
    }

    private static IEnumerable<CompatibilityRow> Presence()
    {
        yield return Type("value becomes nullable", Ok, Warn, "int", "5", "int?", "null; 5");
        yield return Type("value is no longer nullable", Warn, Ok, "int?", "null; 5", "int", "5");
        yield return Row(
            "required value becomes nullable", Ok, Break,
            "[Key(0)] public required int A { get; init; }", "new Msg { A = 1 }", "[Key(0)] public required int? A { get; init; }", "new Msg { A = null }");
        yield return Row(
            "nullable becomes required", Break, Ok,
            "[Key(0)] public string? A { get; init; }", "new Msg(); new Msg { A = \"x\" }", "[Key(0)] public required string A { get; init; }", "new Msg { A = \"x\" }");
        var becomesRequired = Row(
            "optional becomes required", Break, Ok,
            "[Key(0)] public int A { get; init; } [Key(1)] public int B { get; init; }", "new Msg { A = 1 }",
            "[Key(0)] public int A { get; init; } [Key(1)] public required int B { get; init; }", "new Msg { A = 1, B = 2 }");
        yield return becomesRequired with { Earlier = (Message("[Key(0)] public int A { get; init; }"), "new Msg { A = 1 }") };
        yield return Row(
            "the default changes", Warn, Ok,
            "[Key(0)] public int A { get; init; } = 1;", "new Msg { A = 5 }", "[Key(0)] public int A { get; init; } = 2;", "new Msg { A = 5 }");
    }

    private static IEnumerable<CompatibilityRow> Shapes()
    {
        const string Part = "public sealed record Part { [Key(0)] public short X { get; init; } }";
        yield return Whole(
            "class to record struct", Ok, Ok,
            "[Message(\"test.msg\")] public sealed partial class Msg { [Key(0)] public int A { get; set; } }", "new Msg { A = 1 }",
            "[Message(\"test.msg\")] public partial record struct Msg { [Key(0)] public int A { get; set; } }", "new Msg { A = 1 }");
        yield return Whole(
            "array of keys to map of names", Break, Break,
            "[Message(\"test.msg\")] public sealed partial class Msg { [Key(0)] public int A { get; set; } }", "new Msg { A = 1 }",
            "[Message(\"test.msg\")] public sealed partial class Msg { [Key(\"a\")] public int A { get; set; } }", "new Msg { A = 1 }");
        yield return Whole(
            "rename a part", Ok, Ok,
            Message("[Key(0)] public required Part P { get; init; }") + Part, "new Msg { P = new Part { X = 1 } }",
            Message("[Key(0)] public required Piece P { get; init; }") + Part.Replace("Part", "Piece", StringComparison.Ordinal), "new Msg { P = new Piece { X = 1 } }");
        yield return Whole(
            "widen a member of a part", Ok, Break,
            Message("[Key(0)] public required Part P { get; init; }") + Part, "new Msg { P = new Part { X = 1 } }",
            Message("[Key(0)] public required Part P { get; init; }") + Part.Replace("short", "int", StringComparison.Ordinal), "new Msg { P = new Part { X = 70000 } }");
        yield return Whole(
            "a part gets a required member", Break, Ok,
            Message("[Key(0)] public required List<Part> P { get; init; }") + Part, "new Msg { P = [new Part { X = 1 }] }",
            Message("[Key(0)] public required List<Part> P { get; init; }")
                + "public sealed record Part { [Key(0)] public short X { get; init; } [Key(1)] public required int Y { get; init; } }",
            "new Msg { P = [new Part { X = 1, Y = 2 }] }");
    }

    private static IEnumerable<CompatibilityRow> Enums()
    {
        yield return Enum("add a number", Ok, Break, "enum E { A = 0 }", "E.A", "enum E { A = 0, B = 1 }", "E.B");
        yield return Enum("add a number to an open enum", Ok, Ok, "[OpenEnum] enum E { A = 0 }", "E.A", "[OpenEnum] enum E { A = 0, B = 1 }", "E.B");
        yield return Enum("remove a number and reserve it", Break, Ok, "enum E { A = 0, B = 1 }", "E.B", "[ReservedTags(1)] enum E { A = 0 }", "E.A");
        yield return Enum(
            "remove a number of an open enum and reserve it", Warn, Ok, "[OpenEnum] enum E { A = 0, B = 1 }", "E.B", "[OpenEnum, ReservedTags(1)] enum E { A = 0 }", "E.A");
        yield return Enum("renumber", Break, Break, "enum E { A = 0, B = 1 }", "E.B", "enum E { A = 0, B = 2 }", "E.B");
        yield return Enum("rename a number", Ok, Ok, "enum E { A = 0, B = 1 }", "E.B", "enum E { A = 0, C = 1 }", "E.C");
        yield return Enum("underlying type that fits", Ok, Ok, "enum E : byte { A = 0, B = 1 }", "E.B", "enum E : int { A = 0, B = 1 }", "E.B");
        yield return Enum("close an open enum", Break, Ok, "[OpenEnum] enum E { A = 0 }", "(E)7", "enum E { A = 0 }", "E.A");
        yield return Whole(
            "enum to its number", Ok, Break,
            Message("[Key(0)] public E V { get; init; }") + "public enum E { A = 0, B = 1 }", "new Msg { V = E.B }",
            Message("[Key(0)] public int V { get; init; }"), "new Msg { V = 9 }");
    }

    private static IEnumerable<CompatibilityRow> Unions()
    {
        const string One = "[Union(0, typeof(C))] public interface I; public sealed record C([property: Key(0)] int N) : I; public sealed record D([property: Key(0)] int N) : I;";
        const string Two = "[Union(0, typeof(C)), Union(1, typeof(D))] public interface I; public sealed record C([property: Key(0)] int N) : I; public sealed record D([property: Key(0)] int N) : I;";
        yield return Union("add a case", Ok, Break, One, "new C(1)", Two, "new D(1)");
        yield return Union("remove a case and reserve it", Break, Ok, Two, "new D(1)", "[ReservedTags(1)]" + One, "new C(1)");
        yield return Union("retag", Break, Break, Two, "new D(1)", Two.Replace("Union(1,", "Union(2,", StringComparison.Ordinal), "new D(1)");
        yield return Whole(
            "a concrete type becomes a union", Break, Break,
            Message("[Key(0)] public required C V { get; init; }") + One, "new Msg { V = new C(1) }",
            Message("[Key(0)] public required I V { get; init; }") + One, "new Msg { V = new C(1) }");
    }

    private static CompatibilityRow Row(
        string name, Verdict backward, Verdict forward, string oldMembers, string oldSamples, string newMembers, string newSamples, string newAttributes = "") =>
        Whole(name, backward, forward, Message(oldMembers), oldSamples, newAttributes + Message(newMembers), newSamples);

    private static CompatibilityRow Type(string name, Verdict backward, Verdict forward, string old, string oldValues, string @new, string newValues) =>
        Row(name, backward, forward, Optional(old), Samples(oldValues), Optional(@new), Samples(newValues));

    private static CompatibilityRow Enum(string name, Verdict backward, Verdict forward, string old, string oldValue, string @new, string newValue) => Whole(
        "enum: " + name, backward, forward,
        Message("[Key(0)] public E V { get; init; }") + Public(old), Samples(oldValue), Message("[Key(0)] public E V { get; init; }") + Public(@new), Samples(newValue));

    private static string Public(string declaration) => declaration.Replace("enum E", "public enum E", StringComparison.Ordinal);

    private static CompatibilityRow Union(string name, Verdict backward, Verdict forward, string old, string oldValue, string @new, string newValue) => Whole(
        "union: " + name, backward, forward,
        Message("[Key(0)] public required I V { get; init; }") + old, Samples(oldValue), Message("[Key(0)] public required I V { get; init; }") + @new, Samples(newValue));

    private static CompatibilityRow Whole(string name, Verdict backward, Verdict forward, string old, string oldSamples, string @new, string newSamples) =>
        new(name, backward, forward, old, oldSamples, @new, newSamples);

    private static string Message(string members) => "[Message(\"test.msg\")] public sealed partial record Msg { " + members + " }\n";

    private static string Optional(string type) => $"[Key(0)] public {type} V {{ get; init; }}" + (type is "string" or "byte[]" or "int[]" || type.EndsWith('>') ? Initial(type) : "");

    private static string Initial(string type) => type == "string" ? " = \"\";" : type.StartsWith("Dictionary", StringComparison.Ordinal) ? " = new();" : " = [];";

    private static string Samples(string values) => string.Join(";", values.Split("; ").Select(static value => $"new Msg {{ V = {value} }}"));
}
