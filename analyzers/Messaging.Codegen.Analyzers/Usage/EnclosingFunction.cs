using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>The function around an operation, and whether it can await.</summary>
internal static class EnclosingFunction
{
    /// <summary>The innermost lambda or local function around <paramref name="operation"/>; null when only the member is.</summary>
    public static IMethodSymbol? Of(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return null;
    }

    /// <summary>True when a fix can await in <paramref name="function"/> at <paramref name="place"/>, which may take to make the function async.</summary>
    /// <param name="function">The function.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="isHandler">True when nobody but the library depends on what the function returns.</param>
    public static bool CanAwait(IMethodSymbol function, SyntaxNode place, bool isHandler)
    {
        if (place.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax).Any(static node =>
            node is LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax))
        {
            return false;
        }

        // Top-level statements become async by the first await.
        if (function.IsAsync || function.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
        {
            return true;
        }

        if (function.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction)
            || function.ReturnsByRef
            || function.ReturnsByRefReadonly
            || function.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType)
            || IsIterator(function))
        {
            return false;
        }

        return AsyncReturn.IsTask(function.ReturnType) || (isHandler && function.MethodKind == MethodKind.Ordinary && !ImplementsSomething(function));
    }

    /// <summary>True when others depend on the signature of <paramref name="method"/>.</summary>
    public static bool ImplementsSomething(IMethodSymbol method) =>
        method.IsOverride
            || method.IsVirtual
            || method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers()).Any(
                member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static bool IsIterator(IMethodSymbol function) =>
        function.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax()
            .DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or LambdaExpressionSyntax) || node.Parent is GlobalStatementSyntax)
            .Any(static node => node.IsKind(SyntaxKind.YieldReturnStatement) || node.IsKind(SyntaxKind.YieldBreakStatement)));
}
