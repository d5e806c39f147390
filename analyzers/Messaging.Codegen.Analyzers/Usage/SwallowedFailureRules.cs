using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG309: a failure that a handler catches is a success to the library.</summary>
internal static class SwallowedFailureRules
{
    private const string Cancelled = "System.OperationCanceledException";
    private const string TaskCancelled = "System.Threading.Tasks.TaskCanceledException";

    public static IEnumerable<Diagnostic> Check(HandlerBody body)
    {
        foreach (var clause in body.Operations.OfType<ICatchClauseOperation>())
        {
            if (clause.Filter is null && body.RunsInline(clause) && What(clause) is { } what && !Throws(clause) && clause.Syntax is CatchClauseSyntax syntax)
            {
                // After a jump nothing can be appended.
                var canAppend = syntax.Block.Statements.LastOrDefault()
                    is not (ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax);
                yield return Diagnostic.Create(
                    Rules.SwallowedFailure,
                    syntax.CatchKeyword.GetLocation(),
                    canAppend ? FixProperties.Flag(FixProperties.CanRethrow) : null,
                    body.Display,
                    what);
            }
        }
    }

    private static string? What(ICatchClauseOperation clause) => clause.ExceptionType switch
    {
        { SpecialType: SpecialType.System_Object } => "every exception",
        var type when type.Is(KnownTypes.Exception) => IsCancellationApart(clause) ? null : "every exception",
        var type when type.Is(Cancelled) || type.Is(TaskCancelled) => "the cancellation of a stopping service",
        _ => null,
    };

    /// <summary>
    /// True when the same <c>try</c> lets cancellation pass, and the clause tells somebody about the failure by what it returns: then it is a result.
    /// </summary>
    private static bool IsCancellationApart(ICatchClauseOperation clause) =>
        clause.Parent is ITryOperation attempt
            && attempt.Catches.TakeWhile(other => other != clause).Any(static other => other.ExceptionType.Is(Cancelled) && Throws(other))
            && clause.Descendants().OfType<IReturnOperation>().Any(static result => result.ReturnedValue is not null);

    private static bool Throws(ICatchClauseOperation clause) =>
        clause.Descendants().OfType<IThrowOperation>().Any(thrown => EnclosingFunction.Of(thrown) is var function
            && SymbolEqualityComparer.Default.Equals(function, EnclosingFunction.Of(clause)));
}
