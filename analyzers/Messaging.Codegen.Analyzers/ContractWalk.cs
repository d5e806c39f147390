using System.Collections.Concurrent;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>
/// One type's walk. It meets parts and base types that other contracts have too, and decides who reports what is wrong with those: a part that says
/// by its keys that it is one is walked for itself, so that its mistakes show in its own file and can be fixed there; for all others the first walk that comes along speaks.
/// </summary>
/// <param name="reported">What walks have said about types that they share.</param>
/// <param name="context">The type.</param>
internal sealed class ContractWalk(ConcurrentDictionary<(string Id, Location Location), bool> reported, SymbolAnalysisContext context)
{
    private readonly INamedTypeSymbol _type = (INamedTypeSymbol)context.Symbol;
    private readonly HashSet<(string Id, Location Location, string Message)> _own = [];

    public void Run()
    {
        ParseContext? walk = null;
        walk = new ParseContext(context.Compilation, diagnostic => Report(diagnostic, walk!.Part), context.CancellationToken);
        UnionParser.CheckListed(_type, walk);
        if (ContractHeaderParser.IsContract(_type))
        {
            ContractParser.Parse(_type, walk);
        }
        else if (IsPart(_type))
        {
            new WireTypes(walk, new ShapeTable()).Parse(_type, new ValueSite(_type.DisplayName(), walk.Locate(_type)));
        }
        else if (IsBase(_type))
        {
            var keys = new ParseContext(context.Compilation, ReportMissingKey, context.CancellationToken);
            KeyedMembers.Collect(_type, context.Compilation.Assembly, keys.Locate(_type), keys);
        }
    }

    private void ReportMissingKey(Diagnostic diagnostic)
    {
        if (diagnostic.Id == DiagnosticIds.MissingKey && IsInside(_type, diagnostic.Location))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private void Report(Diagnostic diagnostic, INamedTypeSymbol? part)
    {
        var isMine = part is null || SymbolEqualityComparer.Default.Equals(part, _type);
        if (isMine && IsInside(_type, diagnostic.Location))
        {
            if (_own.Add((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage())))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
        else if (!(isMine ? IsLeftToBase(diagnostic) : HasOwnWalk(part!)) && reported.TryAdd((diagnostic.Id, diagnostic.Location), true))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private bool IsLeftToBase(Diagnostic diagnostic)
    {
        for (var type = _type.BaseType; type is not null; type = type.BaseType)
        {
            if (IsInside(type, diagnostic.Location))
            {
                return HasOwnWalk(type) || (diagnostic.Id == DiagnosticIds.MissingKey && IsBase(type));
            }
        }

        return false;
    }

    private static bool IsInside(INamedTypeSymbol type, Location location) =>
        type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == location.SourceTree && declaration.Span.Contains(location.SourceSpan));

    private bool HasOwnWalk(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)
            && (ContractHeaderParser.IsContract(type) || IsPart(type));

    /// <summary>True for a type that can be a value in a contract. What is wrong with the name of a type is said where the type is used.</summary>
    private bool IsPart(INamedTypeSymbol type) =>
        IsBase(type)
            && !type.IsAbstract
            && type.InstanceConstructors.Any(constructor => Reachability.IsReachable(constructor, context.Compilation))
            && Reachability.Explain(type, context.Compilation) is null;

    /// <summary>
    /// True for a class or struct whose members have keys. MessagePack's own marker means that the type may be for MessagePack alone, and a generic
    /// part is only known with its arguments: these are walked where contracts have them.
    /// </summary>
    private bool IsBase(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
            && !IsGeneric(type)
            && HasKeys(type)
            && !type.Has(KnownTypes.MessagePackObjectAttribute);

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.TypeParameters.Length > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    /// <summary>By the look of the source: to bind every attribute of every type would cost more than all contracts.</summary>
    private bool HasKeys(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(declaration =>
            declaration.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax syntax
            && syntax.Members.SelectMany(static member => member.AttributeLists)
                .Concat(syntax.ParameterList?.Parameters.SelectMany(static parameter => parameter.AttributeLists) ?? [])
                .SelectMany(static list => list.Attributes)
                .Any(static attribute => NameOf(attribute.Name) is "Key" or "KeyAttribute"));

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
