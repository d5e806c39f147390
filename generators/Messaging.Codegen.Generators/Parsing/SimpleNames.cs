using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What simple names mean in the place where a contract is emitted.</summary>
internal static class SimpleNames
{
    /// <summary>
    /// True when a type, member or namespace around the contract, or a <c>global using</c>, has a name that the emitted methods use for the runtime.
    /// </summary>
    public static bool HideRuntime(INamedTypeSymbol type, ParseContext context)
    {
        var compilation = context.Compilation;
        if (RuntimeNames.Aliases.Any(name => IsMember(name, type) || IsAlias(name, type, compilation)))
        {
            return true;
        }

        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            var merged = compilation.GetCompilationNamespace(space) ?? space;
            if (RuntimeNames.Aliases.Any(name => merged.GetMembers(name).Any()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name, with as many underscores as it takes for no member around the contract to hide it, and for it to hide no type beside it.</summary>
    public static string Free(string name, INamedTypeSymbol type)
    {
        while (IsMember(name, type) || type.ContainingNamespace.GetMembers(name).Any())
        {
            name += "_";
        }

        return name;
    }

    /// <summary>True when the contract's own file knows the name as an alias; a global one would be there in the emitted file too.</summary>
    private static bool IsAlias(string name, INamedTypeSymbol type, Compilation compilation) =>
        type.DeclaringSyntaxReferences is [var declaration, ..]
            && compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            && compilation.GetSemanticModel(declaration.SyntaxTree)
                .LookupNamespacesAndTypes(declaration.Span.Start, name: name)
                .Any(static symbol => symbol is IAliasSymbol);

    private static bool IsMember(string name, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            for (var level = current; level is not null; level = level.BaseType)
            {
                if (level.GetMembers(name).Length > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
