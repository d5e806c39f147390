using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>Finds calls that could be cancelled but are not given a token.</summary>
internal static class CancellableCall
{
    /// <summary>The parameter, of the called method or of an overload that only takes a token more, that lacks its token; null when there is none.</summary>
    public static IParameterSymbol? LackingToken(IInvocationOperation call, ISymbol within, Compilation compilation)
    {
        var method = call.TargetMethod;

        // Waiting for a task that runs anyway is another matter, see MSG307.
        if (AsyncReturn.IsTask(method.ContainingType) && (!method.IsStatic || method.Name.StartsWith("Wait", StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Is(KnownTypes.CancellationToken) == true)
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? argument.Parameter : null;
            }
        }

        return method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension && call.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            ? Overload(method, within, compilation)
            : null;
    }

    /// <summary>True when an argument that is added to <paramref name="call"/> belongs to <paramref name="parameter"/> without being told by name.</summary>
    public static bool IsNextArgument(IInvocationOperation call, IParameterSymbol parameter)
    {
        if (call.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: var written })
        {
            return false;
        }

        // The receiver of an extension method is an argument too.
        var given = call.Arguments.Count(static argument => argument.ArgumentKind == ArgumentKind.Explicit);
        return given == parameter.Ordinal && written.All(static argument => argument.NameColon is null);
    }

    /// <summary>The name of the token that <paramref name="call"/> can use: of the innermost lambda that has one, or of the handler.</summary>
    /// <param name="call">The call.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="isReachable">False when a static function is between the call and the handler.</param>
    public static string? TokenInScope(IOperation call, IMethodSymbol handler, out bool isReachable)
    {
        isReachable = true;
        for (var current = call.Parent; current is not null; current = current.Parent)
        {
            var function = current switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null && TokenOf(function) is { } name)
            {
                return name;
            }

            if (function is { IsStatic: true })
            {
                isReachable = false;
                return null;
            }
        }

        return TokenOf(handler);
    }

    /// <summary>True for what has to be done also when the rest was cancelled.</summary>
    public static bool IsCleanUp(IOperation call)
    {
        for (var current = call; current.Parent is { } parent; current = parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && attempt.Finally == current))
            {
                return true;
            }
        }

        return false;
    }

    private static string? TokenOf(IMethodSymbol function) =>
        function.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.CancellationToken) && !parameter.IsDiscard)?.Name;

    private static IParameterSymbol? Overload(IMethodSymbol method, ISymbol within, Compilation compilation)
    {
        var count = method.Parameters.Length;
        if (count > 0 && method.Parameters[count - 1].IsParams)
        {
            return null;
        }

        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other
                && other.Parameters.Length == count + 1
                && other.Arity == method.Arity
                && other.IsStatic == method.IsStatic
                && !SymbolEqualityComparer.Default.Equals(other, within)
                && other.Parameters[count].Type.Is(KnownTypes.CancellationToken)
                && compilation.IsSymbolAccessibleWithin(other, within.ContainingType)
                && TakesTheSame(method, other.Arity == 0 ? other : other.Construct([.. method.TypeArguments])))
            {
                return other.Parameters[count];
            }
        }

        return null;
    }

    private static bool TakesTheSame(IMethodSymbol method, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(method.ReturnType, other.ReturnType)
            && method.Parameters.Zip(other.Parameters, static (a, b) => a.RefKind == b.RefKind && SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same);
}
