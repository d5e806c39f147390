using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Emit;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>Prints fact lines as the assembly attributes that other assemblies' analyzers and the tools read.</summary>
internal static class FactWriter
{
    /// <summary>Prints one attribute a line, sorted ordinally, equal lines once, and an empty line behind them.</summary>
    /// <param name="writer">A file, outside of any namespace.</param>
    /// <param name="lines">The lines, in any order.</param>
    public static void Write(CodeWriter writer, IEnumerable<FactLine> lines)
    {
        var texts = Texts(lines);
        foreach (var text in texts)
        {
            writer.Line($"[assembly: global::Messaging.Codegen.MessagingFact({Identifiers.Literal(text)})]");
        }

        if (texts.Length > 0)
        {
            writer.Line();
        }
    }

    /// <summary>Prints the lines as the value of a property, for a program that shows payloads.</summary>
    /// <param name="writer">A contract's file, inside of the contract.</param>
    /// <param name="contractInterface">The interface that has the property.</param>
    /// <param name="lines">The lines, in any order.</param>
    public static void WriteProperty(CodeWriter writer, string contractInterface, IEnumerable<FactLine> lines)
    {
        writer.Line();
        writer.Line($"static global::System.ReadOnlySpan<byte> {contractInterface}.Facts =>");
        using (writer.Indent())
        {
            // In the grammar of facts two quotes are never followed by a third.
            writer.Line("\"\"\"\n" + string.Join("\n", Texts(lines)) + "\n\"\"\"u8;");
        }
    }

    private static string[] Texts(IEnumerable<FactLine> lines) =>
        [.. lines.Select(static line => line.ToString()).Distinct().OrderBy(static text => text, StringComparer.Ordinal)];
}
