using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>
/// What a walk over symbols carries along. The generator walks in silence and emits nothing for what is wrong; an analyzer makes the same walk
/// with a callback and reports it. So the two can never disagree.
/// </summary>
/// <param name="compilation">What the symbols belong to. Parsers may use it, models must not keep it.</param>
/// <param name="report">Takes the diagnostics; null in the generator.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class ParseContext(Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken)
{
    public Compilation Compilation { get; } = compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>True once something was wrong, reported or not. The result must not be emitted then.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>
    /// The part of a contract whose inside is looked at, or null while it is the contract's own. What is wrong there is met by the walk over every
    /// contract that has the part.
    /// </summary>
    public INamedTypeSymbol? Part { get; private set; }

    /// <summary>Walks over the inside of a part.</summary>
    public T Inside<T>(INamedTypeSymbol part, Func<T> walk)
    {
        var outer = Part;
        Part = part;
        var result = walk();
        Part = outer;
        return result;
    }

    /// <summary>A walk over something else with the same callback, whose errors are counted apart.</summary>
    public ParseContext Fresh() => new(Compilation, report, CancellationToken);

    /// <summary>Notes an error that the compiler reports anyway.</summary>
    public void Invalidate() => HasErrors = true;

    /// <summary>Where the symbol is declared in this compilation, or null: symbols of another project have locations that must not be reported.</summary>
    public Location? Locate(ISymbol symbol)
    {
        foreach (var location in symbol.Locations)
        {
            if (location.SourceTree is { } tree && Compilation.ContainsSyntaxTree(tree))
            {
                return location;
            }
        }

        return null;
    }

    /// <summary>Where the attribute is written, or <paramref name="symbol"/> itself.</summary>
    public Location? Locate(AttributeData attribute, ISymbol symbol) =>
        attribute.ApplicationSyntaxReference is { } reference && Compilation.ContainsSyntaxTree(reference.SyntaxTree)
            ? reference.GetSyntax(CancellationToken).GetLocation()
            : Locate(symbol);

    /// <summary>Notes an error, which keeps the type from being emitted.</summary>
    public void Error(DiagnosticDescriptor rule, Location? location, params object?[] arguments)
    {
        HasErrors = true;
        Report(rule, location, DiagnosticSeverity.Error, null, arguments);
    }

    /// <summary>Notes an error with properties for the code fix, for example <c>Key = 3</c>.</summary>
    public void Error(DiagnosticDescriptor rule, Location? location, ImmutableDictionary<string, string?> properties, params object?[] arguments)
    {
        HasErrors = true;
        Report(rule, location, DiagnosticSeverity.Error, properties, arguments);
    }

    /// <summary>Notes something that does not keep the type from being emitted, with the rule's own severity.</summary>
    public void Warn(DiagnosticDescriptor rule, Location? location, params object?[] arguments) =>
        Report(rule, location, rule.DefaultSeverity, null, arguments);

    /// <summary>The same with properties for the code fix.</summary>
    public void Warn(DiagnosticDescriptor rule, Location? location, ImmutableDictionary<string, string?> properties, params object?[] arguments) =>
        Report(rule, location, rule.DefaultSeverity, properties, arguments);

    /// <summary>The same for a rule whose severity depends.</summary>
    public void Warn(DiagnosticDescriptor rule, DiagnosticSeverity severity, Location? location, params object?[] arguments) =>
        Report(rule, location, severity, null, arguments);

    private void Report(
        DiagnosticDescriptor rule,
        Location? location,
        DiagnosticSeverity severity,
        ImmutableDictionary<string, string?>? properties,
        object?[] arguments) =>
        report?.Invoke(Diagnostic.Create(rule, location ?? Location.None, severity, null, properties, arguments));
}
