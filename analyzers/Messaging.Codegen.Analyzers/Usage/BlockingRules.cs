using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG307: a handler that blocks holds a thread while it waits.</summary>
internal static class BlockingRules
{
    private const string Thread = "System.Threading.Thread";

    public static IEnumerable<Diagnostic> Check(HandlerBody body)
    {
        foreach (var operation in body.Operations)
        {
            if (Find(operation) is var (what, task) && body.RunsInline(operation) && (task is null || !IsCompleted(task, operation, body)))
            {
                var function = body.FunctionOf(operation);
                var canAwait = IsOneTask(operation) && EnclosingFunction.CanAwait(function, operation.Syntax, isHandler: true);
                yield return Diagnostic.Create(
                    Rules.BlockingHandler, operation.Syntax.GetLocation(), canAwait ? FixProperties.Flag(FixProperties.CanAwait) : null, what, body.Display);
            }
        }
    }

    private static (string What, IOperation? Task)? Find(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } result when AsyncReturn.HasResult(result.Property.ContainingType) => ("Result", task),
        IInvocationOperation { TargetMethod: { Name: "Wait", IsStatic: false } method, Instance: { } task } when AsyncReturn.IsTask(method.ContainingType) => ("Wait", task),
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } method } when AsyncReturn.IsTask(method.ContainingType) => (method.Name, null),
        IInvocationOperation { TargetMethod: { Name: "Sleep", IsStatic: true } method } when method.ContainingType.Is(Thread) => ("Thread.Sleep", null),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } =>
            ("GetResult", task),
        _ => null,
    };

    /// <summary>False for what waits for several tasks at once, which no single await replaces.</summary>
    private static bool IsOneTask(IOperation operation) =>
        operation is not IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny" } or { Name: "Wait", Parameters.Length: > 0 } };

    /// <summary>True when the handler has awaited the task before, or has asked whether it is completed.</summary>
    private static bool IsCompleted(IOperation task, IOperation place, HandlerBody body)
    {
        var variable = Variable(task);
        return variable is not null && body.Operations
            .TakeWhile(operation => operation != place)
            .Any(operation => operation switch
            {
                IAwaitOperation awaited => awaited.Syntax.SpanStart < place.Syntax.SpanStart
                    && awaited.Descendants().Any(part => SymbolEqualityComparer.Default.Equals(Variable(part), variable)),
                IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: { } asked } =>
                    SymbolEqualityComparer.Default.Equals(Variable(asked), variable),
                _ => false,
            });
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
