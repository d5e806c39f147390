using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What a type must be to be extended by the generator.</summary>
internal static class ContractRules
{
    /// <summary>The types that are emitted beside a contract, by what follows its name.</summary>
    private static readonly string[] EmittedSuffixes = ["Publisher", "Subject"];

    /// <summary>Checks the type itself, not its members: MSG001, MSG002 and MSG010.</summary>
    public static bool Check(INamedTypeSymbol type, ParseContext context) => CheckType(type, context) && CheckNames(type, context);

    /// <summary>True when something can be added to the type at all, whatever is wrong with it otherwise; else MSG001 or MSG002.</summary>
    public static bool CheckType(INamedTypeSymbol type, ParseContext context)
    {
        var location = context.Locate(type);
        if (ExplainShape(type) is { } shape)
        {
            context.Error(Rules.ContractShape, location, type.DisplayName(), shape);
            return false;
        }

        if (Reachability.Explain(type, context.Compilation) is { } reason)
        {
            context.Error(Rules.ContractNotReachable, location, type.DisplayName(), reason);
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current, context.CancellationToken))
            {
                context.Error(
                    Rules.ContractNotReachable,
                    location,
                    FixProperties.Flag(FixProperties.MissingPartial),
                    type.DisplayName(),
                    $"'{current.DisplayName()}' is not partial, so nothing can be added to it: declare it 'partial'");
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the names beside the contract are free; else MSG010.</summary>
    public static bool CheckNames(INamedTypeSymbol type, ParseContext context)
    {
        var isFree = true;
        foreach (var suffix in EmittedSuffixes)
        {
            var name = type.Name + suffix;
            IEnumerable<ISymbol> members = type.ContainingType is { } outer ? outer.GetMembers(name) : type.ContainingNamespace.GetMembers(name);
            if (members.Any(static member => member is not INamedTypeSymbol { Arity: > 0 } && !IsOurOwn(member)))
            {
                context.Error(Rules.NameTaken, context.Locate(type), name, type.DisplayName());
                isFree = false;
            }
        }

        return isFree;
    }

    private static string? ExplainShape(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            return "a static class has no values";
        }

        if (type.IsRefLikeType)
        {
            return "a ref struct cannot be kept in an object";
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Length > 0)
            {
                return "it is generic, but a name on the wire stands for one layout: derive a closed type from it";
            }
        }

        return type.IsAbstract && !UnionParser.IsUnion(type)
            ? "it is abstract, and has no [Union] cases: list the types that it stands for, or remove [Message] and keep it as a base"
            : null;
    }

    /// <summary>True when the type says that others may add to it.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Analyzers see what the generator has written; that is no clash.</summary>
    private static bool IsOurOwn(ISymbol symbol) =>
        symbol.Attribute(KnownTypes.GeneratedCodeAttribute) is { ConstructorArguments: [{ Value: Preamble.Tool }, ..] };
}
