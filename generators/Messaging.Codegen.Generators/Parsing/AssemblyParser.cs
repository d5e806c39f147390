using System.Text;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads what is emitted once per assembly depends on.</summary>
internal static class AssemblyParser
{
    public static AssemblyFacts Facts(Compilation compilation) => new(
        compilation.AssemblyName ?? "Application",
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
        compilation.GetTypeByMetadataName(KnownTypes.MessagingModuleAttribute) is not null);

    public static BuildOptions Options(AnalyzerConfigOptionsProvider provider) => new(
        Property(provider, "RootNamespace"),
        bool.TryParse(Property(provider, "MessagingComposition"), out var composition) ? composition : null);

    /// <summary>True when the assembly gets <c>AddApplicationModules</c>.</summary>
    public static bool IsComposition(AssemblyFacts facts, BuildOptions options) => facts.HasRuntime && (options.Composition ?? facts.IsExecutable);

    public static AssemblyNames Names(AssemblyFacts facts, BuildOptions options) => new(
        Namespace(options.RootNamespace ?? facts.Name),
        Identifier(facts.Name),
        IsComposition(facts, options));

    private static string? Property(AnalyzerConfigOptionsProvider provider, string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>The name with everything replaced that a namespace cannot contain.</summary>
    private static string Namespace(string name)
    {
        var parts = name.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(static part => Identifiers.Escape(Valid(part, '_')));
        var result = string.Join(".", parts);
        return result.Length == 0 ? "Application" : result;
    }

    /// <summary>The name in one piece: <c>Shop.Orders</c> becomes <c>ShopOrders</c>, <c>my-app</c> becomes <c>MyApp</c>.</summary>
    private static string Identifier(string name)
    {
        var words = Valid(name, ' ').Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var result = string.Concat(words.Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return result.Length == 0 ? "Application" : Valid(result, '_');
    }

    private static string Valid(string text, char substitute)
    {
        var result = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            result.Append(char.IsLetterOrDigit(c) || c == '_' ? c : substitute);
        }

        if (result.Length > 0 && char.IsDigit(result[0]))
        {
            result.Insert(0, '_');
        }

        return result.ToString();
    }
}
