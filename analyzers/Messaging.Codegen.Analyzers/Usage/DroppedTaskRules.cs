using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG308 and MSG601: nobody waits for a message to be sent.</summary>
internal static class DroppedTaskRules
{
    public static Diagnostic? Check(IExpressionStatementOperation statement, ISymbol member)
    {
        var isHandler = member.Has(KnownTypes.HandlerAttribute);

        // A discard says that it is meant, which it cannot be where an acknowledgement follows.
        var expression = statement.Operation is ISimpleAssignmentOperation { Target: IDiscardOperation } discard && isHandler ? discard.Value : statement.Operation;
        if (Unwrap(expression) is not IInvocationOperation call || !MessagingCalls.IsSend(call))
        {
            return null;
        }

        var canAwait = expression is not IConditionalAccessOperation
            && EnclosingFunction.CanAwait(EnclosingFunction.Of(statement) ?? (IMethodSymbol)member, statement.Syntax, isHandler);
        return Diagnostic.Create(
            isHandler ? Rules.DroppedTaskInHandler : Rules.DroppedTask,
            statement.Operation.Syntax.GetLocation(),
            canAwait ? FixProperties.Flag(FixProperties.CanAwait) : null,
            call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name,
            member.DisplayName());
    }

    /// <summary>The call whose task <paramref name="operation"/> passes on.</summary>
    private static IOperation? Unwrap(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IConditionalAccessOperation access => Unwrap(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "AsTask" or "ConfigureAwait" or "Preserve", Instance: IInvocationOperation inner } => Unwrap(inner),
        _ => operation,
    };
}
