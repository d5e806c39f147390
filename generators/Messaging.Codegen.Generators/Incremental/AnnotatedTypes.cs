using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>
/// The types that carry an attribute, parsed again only when an edit may have changed what their parser finds. Roslyn's own search by an attribute's name asks the
/// compiler about every annotated declaration after each edit: with 1,000 contracts and as many handlers that alone is more than an editor's pause.
/// </summary>
/// <typeparam name="T">What the parser makes of a type: a value without symbols.</typeparam>
/// <param name="attribute">The name of the attribute's class.</param>
/// <param name="listsOf">Where a type can carry it.</param>
/// <param name="parse">Makes the value; null for a declaration that gives none.</param>
/// <param name="isLasting">False for a value that depends on more than declarations, and must be found anew each time.</param>
internal sealed class AnnotatedTypes<T>(
    string attribute,
    Func<TypeDeclarationSyntax, IEnumerable<AttributeListSyntax>> listsOf,
    Func<TypeDeclarationSyntax, INamedTypeSymbol, Compilation, CancellationToken, T?> parse,
    Func<T?, bool> isLasting)
    where T : class
{
    private const string Suffix = "Attribute";

    /// <summary>How many types are parsed one after the other before it is worth it to parse the rest on all processors.</summary>
    private const int Few = 4;

    private readonly ConditionalWeakTable<TypeDeclarationSyntax, StrongBox<Found?>> _found = new();
    private readonly ConditionalWeakTable<ProgramDeclarations, Counter> _unknown = new();

    /// <summary>The values of the program's types.</summary>
    public IncrementalValuesProvider<T> Register(SyntaxValueProvider syntax) =>
        syntax.CreateSyntaxProvider(
                (node, _) => node is TypeDeclarationSyntax type && listsOf(type).Any(),
                (context, cancellationToken) => Parse((TypeDeclarationSyntax)context.Node, context.SemanticModel, cancellationToken))
            .Where(static value => value is not null)
            .Select(static (value, _) => value!);

    private T? Parse(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellationToken)
    {
        var program = ProgramDeclarations.Of(model.Compilation, cancellationToken);
        if (!MayCarryAttribute(type, program, cancellationToken))
        {
            return null;
        }

        var state = program.StateAround(type.SyntaxTree);
        if (Known(type, state) is null && _unknown.GetOrCreateValue(program).Next() == Few && model.Compilation.Options.ConcurrentBuild)
        {
            ParseAhead(program, model.Compilation, cancellationToken);
        }

        return Known(type, state) is { } known ? known.Value : ParseAnew(type, state, model, cancellationToken);
    }

    /// <summary>
    /// When many types have to be parsed, in a build or when an editor opens the program, all processors do it. Most of the work is the compiler's, which finds out
    /// about declarations when it is asked.
    /// </summary>
    private void ParseAhead(ProgramDeclarations program, Compilation compilation, CancellationToken cancellationToken)
    {
        var unknown = program.AnnotatedTypes
            .Where(type => listsOf(type).Any() && MayCarryAttribute(type, program, cancellationToken))
            .Select(type => (Type: type, State: program.StateAround(type.SyntaxTree)))
            .Where(candidate => Known(candidate.Type, candidate.State) is null)
            .ToArray();
        if (unknown.Length > Few)
        {
            Parallel.ForEach(
                unknown,
                new ParallelOptions { CancellationToken = cancellationToken },
                candidate => ParseAnew(candidate.Type, candidate.State, compilation.GetSemanticModel(candidate.Type.SyntaxTree), cancellationToken));
        }
    }

    private Found? Known(TypeDeclarationSyntax type, long state) =>
        _found.TryGetValue(type, out var memory) && memory.Value is { } found && found.State == state ? found : null;

    private T? ParseAnew(TypeDeclarationSyntax type, long state, SemanticModel model, CancellationToken cancellationToken)
    {
        var value = model.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol symbol ? parse(type, symbol, model.Compilation, cancellationToken) : null;
        _found.GetOrCreateValue(type).Value = isLasting(value) ? new Found(state, value) : null;
        return value;
    }

    private bool MayCarryAttribute(TypeDeclarationSyntax type, ProgramDeclarations program, CancellationToken cancellationToken) =>
        program.HasGlobalAlias || FileDeclarations.Of(type.SyntaxTree, cancellationToken).HasAlias || IsNamed(type);

    private bool IsNamed(TypeDeclarationSyntax type)
    {
        foreach (var list in listsOf(type))
        {
            foreach (var candidate in list.Attributes)
            {
                var name = candidate.Name switch
                {
                    QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                    AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
                    SimpleNameSyntax simple => simple.Identifier.ValueText,
                    _ => "",
                };
                if (name == attribute || name + Suffix == attribute)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private sealed class Found(long state, T? value)
    {
        public long State { get; } = state;

        public T? Value { get; } = value;
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }
}
