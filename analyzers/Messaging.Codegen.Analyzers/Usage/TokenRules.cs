using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG302 and MSG303: what a handler waits for ends when the service stops. A handler that waits for nothing needs no token.</summary>
internal static class TokenRules
{
    private const string NewParameter = "cancellationToken";

    public static IEnumerable<Diagnostic> Check(HandlerBody body)
    {
        var lacking = new List<(IInvocationOperation Call, string Argument)>();
        foreach (var call in body.Operations.OfType<IInvocationOperation>())
        {
            if (CancellableCall.LackingToken(call, body.Method, body.Compilation) is not { } parameter || CancellableCall.IsCleanUp(call))
            {
                continue;
            }

            var argument = CancellableCall.IsNextArgument(call, parameter) ? "" : parameter.Name;

            if (CancellableCall.TokenInScope(call, body.Method, out var isReachable) is { } token)
            {
                yield return Diagnostic.Create(
                    Rules.TokenNotForwarded, NameOf(call), FixProperties.ForToken(token, [argument]), call.TargetMethod.Name, token);
            }
            else if (isReachable)
            {
                lacking.Add((call, argument));
            }
        }

        if (lacking.Count > 0 && body.Method.Locations is [var location, ..])
        {
            // The compiler wants an attribute on the token of an async sequence, which is the developer's to decide about.
            var canTake = body.CanTakeMore(NewParameter) && !body.Method.ReturnType.Is(KnownTypes.IAsyncEnumerableOfT);
            yield return Diagnostic.Create(
                Rules.HandlerWithoutToken,
                location,
                lacking.Select(static call => NameOf(call.Call)),
                canTake ? FixProperties.ForToken(NewParameter, lacking.Select(static call => call.Argument)) : null,
                body.Display,
                lacking[0].Call.TargetMethod.Name);
        }
    }

    /// <summary>The name of the called method: in a chain of calls the whole expression would be several.</summary>
    private static Location NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax syntax
        ? (syntax.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            var name => name,
        }).GetLocation()
        : call.Syntax.GetLocation();
}
