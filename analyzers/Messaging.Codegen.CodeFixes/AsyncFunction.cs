using Messaging.Codegen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Makes methods and local functions async, with the statements that return a task so far.</summary>
internal static class AsyncFunction
{
    /// <summary>The method, local function or lambda around <paramref name="node"/>; null for top-level statements and members that cannot be async.</summary>
    public static SyntaxNode? Around(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static candidate => candidate is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>The function, async.</summary>
    /// <param name="function">A method or local function that is not; may have been changed inside.</param>
    /// <param name="symbol">What it was declared as.</param>
    public static SyntaxNode Make(SyntaxNode function, IMethodSymbol symbol)
    {
        var inside = AsyncReturn.IsTask(symbol.ReturnType) ? new Returns(AsyncReturn.HasResult(symbol.ReturnType)).Rewrite(function) : function;
        var async = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return inside switch
        {
            MethodDeclarationSyntax method when method.Modifiers.Count > 0 => method.WithReturnType(ReturnType(method.ReturnType, symbol)).AddModifiers(async),
            MethodDeclarationSyntax method => method.WithReturnType(ReturnType(method.ReturnType, symbol).WithoutLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(async.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()))),
            LocalFunctionStatementSyntax local when local.Modifiers.Count > 0 => local.AddModifiers(async),
            LocalFunctionStatementSyntax local => local.WithReturnType(local.ReturnType.WithoutLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(async.WithLeadingTrivia(local.ReturnType.GetLeadingTrivia()))),
            _ => function,
        };
    }

    private static TypeSyntax ReturnType(TypeSyntax type, IMethodSymbol symbol) =>
        symbol.ReturnsVoid ? SyntaxFactory.IdentifierName("Task").WithTriviaFrom(type)
            : AsyncReturn.IsTask(symbol.ReturnType) ? type
            : SyntaxFactory.GenericName(SyntaxFactory.Identifier("Task"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(type.WithoutTrivia())))
                .WithTriviaFrom(type);

    /// <summary>Turns what returns a task into what awaits it, in one function.</summary>
    private sealed class Returns(bool hasResult) : CSharpSyntaxRewriter
    {
        private SyntaxNode? _function;

        public SyntaxNode Rewrite(SyntaxNode function)
        {
            _function = function;
            return Visit(function)!;
        }

        public override SyntaxNode? Visit(SyntaxNode? node) =>
            node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && node != _function ? node : base.Visit(node);

        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => node.Expression is ThrowExpressionSyntax
            ? node
            : node.WithExpression((hasResult ? Result(node.Expression) : AwaitExpressions.Await(node.Expression)).WithTriviaFrom(node.Expression));

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var statements = new List<StatementSyntax>();
            foreach (var statement in node.Statements)
            {
                if (hasResult || statement is not ReturnStatementSyntax { Expression: { } task } written)
                {
                    statements.Add((StatementSyntax)Visit(statement)!);
                    continue;
                }

                var isEnd = node.Parent == _function && statement == node.Statements.Last();
                var end = SyntaxFactory.ReturnStatement().WithTriviaFrom(written);
                if (!IsCompleted(task))
                {
                    var awaited = SyntaxFactory.ExpressionStatement(AwaitExpressions.Await(task)).WithTriviaFrom(written);
                    statements.Add(awaited);
                    end = end.WithLeadingTrivia(written.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
                }

                if (!isEnd)
                {
                    statements.Add(end);
                }
            }

            return node.WithStatements(SyntaxFactory.List(statements));
        }

        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
        {
            if (node.Expression is not { } task)
            {
                return node;
            }

            if (hasResult)
            {
                return node.WithExpression(Result(task).WithTriviaFrom(task));
            }

            var end = SyntaxFactory.ReturnStatement();
            return IsCompleted(task)
                ? end.WithTriviaFrom(node)
                : SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(AwaitExpressions.Await(task)), end)
                    .WithTriviaFrom(node).WithAdditionalAnnotations(Formatter.Annotation);
        }

        private static bool IsCompleted(ExpressionSyntax task) =>
            task is LiteralExpressionSyntax or DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };

        /// <summary>What the task results in: <c>Task.FromResult(value)</c> is just the value.</summary>
        private static ExpressionSyntax Result(ExpressionSyntax task) => task switch
        {
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" },
                ArgumentList.Arguments: [var value],
            } => value.Expression,
            ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "ValueTask" }, ArgumentList.Arguments: [{ Expression: not IdentifierNameSyntax } value] } =>
                value.Expression,
            _ => AwaitExpressions.Await(task),
        };
    }
}
