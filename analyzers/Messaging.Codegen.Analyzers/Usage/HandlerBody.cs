using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>What a valid handler does, the functions inside of it included.</summary>
/// <param name="Method">The handler.</param>
/// <param name="Operations">All that it does, in the order of the source.</param>
/// <param name="Compilation">What it belongs to.</param>
internal sealed record HandlerBody(IMethodSymbol Method, IReadOnlyList<IOperation> Operations, Compilation Compilation)
{
    public string Display => HandlerSignature.Display(Method);

    /// <summary>The body of <paramref name="symbol"/>; null when it is no handler, or one that nobody can call.</summary>
    public static HandlerBody? Of(ISymbol symbol, ImmutableArray<IOperation> blocks, Compilation compilation, CancellationToken cancellationToken)
    {
        if (symbol is not IMethodSymbol method || !method.Has(KnownTypes.HandlerAttribute))
        {
            return null;
        }

        var silent = new ParseContext(compilation, report: null, cancellationToken);
        return HandlerSignature.IsCallable(method, silent) && HandlerSignature.Contract(method, silent) is not null
            ? new HandlerBody(method, [.. blocks.SelectMany(static block => block.DescendantsAndSelf())], compilation)
            : null;
    }

    /// <summary>The function that <paramref name="operation"/> stands in: a lambda or local function, or the handler itself.</summary>
    public IMethodSymbol FunctionOf(IOperation operation) => EnclosingFunction.Of(operation) ?? Method;

    /// <summary>True when <paramref name="operation"/> runs as a part of the handler. Nobody knows on which thread, and when, a lambda runs.</summary>
    public bool RunsInline(IOperation operation) => FunctionOf(operation).MethodKind != MethodKind.AnonymousFunction;

    /// <summary>True when a parameter can be added to the handler without breaking what it implements or overrides.</summary>
    public bool CanTakeMore(string parameter) =>
        !EnclosingFunction.ImplementsSomething(Method)
            && !Method.Parameters.Any(other => other.IsParams || other.HasExplicitDefaultValue || other.Name == parameter)
            && !Method.ContainingType.GetMembers(parameter).Any()
            && !Operations.OfType<IVariableDeclaratorOperation>().Any(local => local.Symbol.Name == parameter);
}
