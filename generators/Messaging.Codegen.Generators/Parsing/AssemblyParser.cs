using System.Text;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads what is emitted once per assembly depends on.</summary>
internal static class AssemblyParser
{
    private const string ModuleSuffix = "Module";
    private const string FallbackNamespace = "Messaging.Codegen.Emitted";

    public static AssemblyFacts Facts(Compilation compilation) => new(
        compilation.AssemblyName ?? "Application",
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
        compilation.GetTypeByMetadataName(KnownTypes.MessagingModuleAttribute) is not null);

    public static BuildOptions Options(AnalyzerConfigOptionsProvider provider) => new(
        Property(provider, "RootNamespace"),
        bool.TryParse(Property(provider, "MessagingComposition"), out var composition) ? composition : null);

    /// <summary>True when the assembly gets <c>AddApplicationModules</c>.</summary>
    public static bool IsComposition(AssemblyFacts facts, BuildOptions options) => facts.HasRuntime && (options.Composition ?? facts.IsExecutable);

    /// <summary>How the assembly's emitted types are named, out of the way of what its sources declare.</summary>
    public static AssemblyNames Names(Compilation compilation, BuildOptions options)
    {
        var facts = Facts(compilation);
        var space = Namespace(options.RootNamespace ?? facts.Name);
        var identifier = Identifier(facts.Name);
        var names = new AssemblyNames(
            IsTypeOnTheWay(space, compilation.Assembly) ? FallbackNamespace : space,
            identifier,
            identifier + ModuleSuffix,
            IsComposition(facts, options));
        return compilation.Assembly.GetTypeByMetadataName(names.Namespace.Replace("@", "") + "." + names.ModuleName) is null
            ? names
            : names with { ModuleName = identifier + "Messaging" + ModuleSuffix };
    }

    /// <summary>True when a part of the namespace is the name of a type, as in a project named for its only class.</summary>
    private static bool IsTypeOnTheWay(string space, IAssemblySymbol assembly)
    {
        var current = assembly.GlobalNamespace;
        foreach (var part in space.Replace("@", "").Split('.'))
        {
            if (current.GetTypeMembers(part, arity: 0).Length > 0)
            {
                return true;
            }

            if (current.GetNamespaceMembers().FirstOrDefault(member => member.Name == part) is not { } next)
            {
                return false;
            }

            current = next;
        }

        return false;
    }

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
