using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what writes a run of values whose sizes have bounds: they share one check of the room. The values of strings are kept in locals, because the
/// bound must be that of the very string which is written.
/// </summary>
internal static class RunEmitter
{
    /// <summary>Prints the statements.</summary>
    /// <param name="context">The file.</param>
    /// <param name="items">The values.</param>
    /// <param name="header">The header that stands in front, or null.</param>
    /// <param name="isCursorDeclared">True when there is a local <c>p</c> already.</param>
    public static void Emit(EmitContext context, IReadOnlyList<RunItem> items, RunHeader? header, bool isCursorDeclared)
    {
        var writer = context.Writer;
        var put = context.Names.Put;
        foreach (var item in items)
        {
            if (item.IsString)
            {
                writer.Line($"{item.Value!.Type.Declared} {item.Local} = {item.Expression};");
            }
        }

        writer.Line($"{(isCursorDeclared ? "" : "ref byte ")}p = ref writer.Reserve({Room(put, items, header)});");
        if (header is not null)
        {
            writer.Line($"p = ref {put}.{header.Method}(ref p, {Identifiers.Literal(header.Count)});");
        }

        foreach (var item in items)
        {
            if (item.Name is { } name)
            {
                writer.Line($"p = ref {put}.Name(ref p, {Identifiers.Literal(name)}u8);");
            }

            if (item.Value is { } value)
            {
                writer.Line($"p = ref {put}.{value.Scalar}(ref p, {(item.IsString ? item.Local : EmitContext.Number(value, item.Expression))});{item.Comment}");
            }
            else if (item.Name is null)
            {
                writer.Line($"p = ref {put}.Nil(ref p);{item.Comment}");
            }
        }

        writer.Line("writer.Commit(ref p);");
    }

    /// <summary>
    /// The sum of the bounds, those of equal kinds together, names as a number, strings last:
    /// <c>Put.FixArrayHeaderBytes + (2 * Put.Int32Bytes) + Put.MaxBytes(region)</c>.
    /// </summary>
    private static string Room(string put, IReadOnlyList<RunItem> items, RunHeader? header)
    {
        var terms = new List<string>();
        if (header is not null)
        {
            terms.Add($"{put}.{header.Bound}");
        }

        var names = items.Where(static item => item.Name is not null).Sum(static item => NamedWriteEmitter.NameBytes(item.Name!));
        if (names > 0)
        {
            terms.Add(Identifiers.Literal(names));
        }

        terms.AddRange(items
            .Where(static item => !item.IsString && (item.Value is not null || item.Name is null))
            .GroupBy(static item => item.Value is null ? "Nil" : item.Value.Scalar.ToString())
            .Select(group => group.Count() == 1 ? $"{put}.{group.Key}Bytes" : $"({Identifiers.Literal(group.Count())} * {put}.{group.Key}Bytes)"));
        terms.AddRange(items.Where(static item => item.IsString).Select(item => $"{put}.MaxBytes({item.Local})"));
        return string.Join(" + ", terms);
    }
}

/// <summary>One element of a run: a value, a name and its value, or only one of them; nil when there is neither.</summary>
internal sealed record RunItem
{
    /// <summary>The constant in front of the value in a map, or null.</summary>
    public string? Name { get; init; }

    /// <summary>How the value travels; it is bounded.</summary>
    public ValueModel? Value { get; init; }

    /// <summary>The value in C#.</summary>
    public string Expression { get; init; } = "";

    /// <summary>A free name for a local.</summary>
    public string Local { get; init; } = "";

    /// <summary>What stands behind the statement.</summary>
    public string Comment { get; init; } = "";

    public bool IsString => Value is { Scalar: ScalarKind.String };
}

/// <summary>The header in front of a run.</summary>
/// <param name="Method">The method of <c>Put</c> that writes it.</param>
/// <param name="Bound">The constant of <c>Put</c> with its size.</param>
/// <param name="Count">What it announces.</param>
internal sealed record RunHeader(string Method, string Bound, int Count)
{
    public static RunHeader OfArray(int count) =>
        count <= 15 ? new("FixArrayHeader", "FixArrayHeaderBytes", count) : new("ArrayHeader", "HeaderBytes", count);

    public static RunHeader OfMap(int count) => new("MapHeader", "HeaderBytes", count);
}
