using System.Collections.Immutable;
using System.Globalization;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Messaging.Codegen.CodeFixes;

/// <summary>
/// Numbers members that have no key. Members of one type get consecutive numbers in the order of their declaration, whatever files its parts are in,
/// and a base type's members stay clear of the keys of all types that derive from it.
/// </summary>
internal static class KeyAssignment
{
    /// <summary>The key, as code writes it, for each diagnostic of <see cref="DiagnosticIds.MissingKey"/>; those without a member to write on are left out.</summary>
    public static async Task<ImmutableDictionary<Diagnostic, string>> CreateAsync(
        Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var keys = ImmutableDictionary.CreateBuilder<Diagnostic, string>();
        var members = new List<(Diagnostic Diagnostic, INamedTypeSymbol Type)>();
        foreach (var diagnostic in diagnostics.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan))
        {
            if (diagnostic.Properties.TryGetValue(FixProperties.KeyName, out var name) && name is not null)
            {
                keys.Add(diagnostic, name);
            }
            else if (await FindTypeAsync(solution, diagnostic, cancellationToken).ConfigureAwait(false) is { } type)
            {
                members.Add((diagnostic, type));
            }
        }

        var highest = new Dictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);
        foreach (var group in members.GroupBy(static m => m.Type, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default).OrderBy(static g => Depth(g.Key)))
        {
            var next = await FirstFreeAsync(solution, group.Key, group.Select(static m => m.Diagnostic), highest, cancellationToken).ConfigureAwait(false);
            foreach (var (diagnostic, _) in group)
            {
                keys.Add(diagnostic, Identifiers.Literal(next++));
            }

            highest[group.Key] = next - 1;
        }

        return keys.ToImmutable();
    }

    private static async Task<int> FirstFreeAsync(
        Solution solution,
        INamedTypeSymbol type,
        IEnumerable<Diagnostic> diagnostics,
        Dictionary<INamedTypeSymbol, int> assigned,
        CancellationToken cancellationToken)
    {
        var next = diagnostics.Min(static d => int.Parse(d.Properties[FixProperties.Key]!, CultureInfo.InvariantCulture));
        for (var baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            if (assigned.TryGetValue(baseType.OriginalDefinition, out var taken))
            {
                next = Math.Max(next, taken + 1);
            }
        }

        if (type.TypeKind == TypeKind.Class && !type.IsSealed)
        {
            foreach (var derived in await SymbolFinder.FindDerivedClassesAsync(type, solution, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                next = Math.Max(next, derived.GetMembers().Max(static member => KeyOf(member) + 1) ?? 0);
            }
        }

        return next;
    }

    private static int? KeyOf(ISymbol member) =>
        member.Attribute(KnownTypes.KeyAttribute) is { ConstructorArguments: [{ Value: int key }] } ? key : null;

    private static int Depth(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            depth++;
        }

        return depth;
    }

    private static async Task<INamedTypeSymbol?> FindTypeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || MemberAttributes.FindMember(root, diagnostic.Location) is not { } member)
        {
            return null;
        }

        var symbol = model.GetDeclaredSymbol(
            member is Microsoft.CodeAnalysis.CSharp.Syntax.FieldDeclarationSyntax field ? field.Declaration.Variables[0] : member, cancellationToken);
        return (symbol is IParameterSymbol ? symbol.ContainingSymbol?.ContainingType : symbol?.ContainingType)?.OriginalDefinition;
    }
}
