using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Recognises handlers that take several messages at once, and says what such handlers cannot be.</summary>
internal static class BatchParser
{
    /// <summary>True when the first parameter is a list of contracts.</summary>
    public static bool TakesBatches(IMethodSymbol method) => method.Parameters[0].Type is var type && type.Is(KnownTypes.IReadOnlyListOfT) && ElementOf(type) is not null;

    /// <summary>The contract's type: the first parameter's, or that of its elements.</summary>
    public static ITypeSymbol MessageOf(IMethodSymbol method) =>
        TakesBatches(method) ? ElementOf(method.Parameters[0].Type)! : method.Parameters[0].Type;

    /// <summary>What is wrong with a first parameter that holds several messages, or null when it holds one or is a batch.</summary>
    public static string? FindError(ITypeSymbol parameter) => ElementOf(parameter) switch
    {
        null => null,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "a message is never null; remove the question mark",
        var element when !parameter.Is(KnownTypes.IReadOnlyListOfT) => $"its first parameter must be IReadOnlyList<{element.Name}>",
        _ => null,
    };

    /// <summary>Reports, as MSG315, what a handler of batches cannot do.</summary>
    public static void Check(IMethodSymbol method, ContractHeader contract, ITypeSymbol? value, HandlerOptionsModel options, ParseContext context)
    {
        if (contract.Reply is not null)
        {
            Report(method, context.Locate(method.Parameters[0]), "each request is answered by itself", context);
        }
        else if (value is not null)
        {
            Report(
                method, context.Locate(method),
                "what it returns would have no message that caused it; return nothing, and publish with PublishAsync of the message's context, context[i]", context);
        }

        if (options.Idempotency == "Inbox")
        {
            Report(method, context.Locate(method), "the inbox has a transaction for each message; choose another idempotency", context);
        }
    }

    /// <summary>Reports, as MSG315, that a handler takes the context of the other kind.</summary>
    public static void ReportContext(IMethodSymbol method, IParameterSymbol parameter, ParseContext context) => Report(
        method, context.Locate(parameter),
        TakesBatches(method)
            ? $"each message has a context of its own; let '{parameter.Name}' be a BatchContext"
            : $"'{parameter.Name}' is the context of a batch; take an IReadOnlyList of messages, or a MessageContext", context);

    private static void Report(IMethodSymbol method, Location? location, string error, ParseContext context) =>
        context.Error(Rules.BatchSignature, location, HandlerSignature.Display(method), error);

    /// <summary>The contract that a collection holds, or null.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        var element = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument] } named
                when named.Is(KnownTypes.IEnumerableOfT) || named.AllInterfaces.Any(static candidate => candidate.Is(KnownTypes.IEnumerableOfT)) => argument,
            _ => null,
        };
        return element is not null && HandledContract.Is(element) ? element : null;
    }
}
