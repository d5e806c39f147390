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
        var texts = lines.Select(static line => line.ToString()).Distinct().OrderBy(static text => text, StringComparer.Ordinal).ToArray();
        foreach (var text in texts)
        {
            writer.Line($"[assembly: global::Messaging.Codegen.MessagingFact({Identifiers.Literal(text)})]");
        }

        if (texts.Length > 0)
        {
            writer.Line();
        }
    }
}
