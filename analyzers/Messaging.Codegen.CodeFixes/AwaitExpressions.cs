using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Writes what awaits in place of what blocks.</summary>
internal static class AwaitExpressions
{
    /// <summary>The expression that awaits the task of <paramref name="expression"/>.</summary>
    /// <param name="expression">A task, or what blocks until one has ended.</param>
    /// <param name="parent">What it stands in.</param>
    public static ExpressionSyntax Await(ExpressionSyntax expression, SyntaxNode parent)
    {
        var awaited = Await(TaskOf(expression));
        return (parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(awaited)
            : awaited).WithTriviaFrom(expression);
    }

    /// <summary><c>await task</c>.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax task) => SyntaxFactory.AwaitExpression(
        SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        task is ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(task.WithoutTrivia())
            : task.WithoutTrivia());

    private static ExpressionSyntax TaskOf(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard => discard.Right,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait } => wait.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } } } =>
            awaiter.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } or IdentifierNameSyntax { Identifier.ValueText: "Sleep" } } sleep =>
            sleep.WithExpression(SyntaxFactory.ParseExpression("Task.Delay")),
        _ => expression,
    };
}
