using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Checks what kind of method a handler is, and decides what is passed for its parameters.</summary>
internal static class HandlerSignature
{
    /// <summary><c>Shop.BillingHandler.HandleAsync(OrderPlaced)</c>.</summary>
    public static string Display(IMethodSymbol method)
    {
        var parameter = method.Parameters.Length == 0 ? "" : method.Parameters[0].Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return $"{method.ContainingType.DisplayName()}.{method.Name}({parameter})";
    }

    /// <summary>Reports what keeps <paramref name="method"/> from being called at all.</summary>
    /// <returns>False when there is something.</returns>
    public static bool IsCallable(IMethodSymbol method, ParseContext context)
    {
        var never = method switch
        {
            { ContainingType.TypeKind: TypeKind.Interface } => "it belongs to an interface; put [Handler] on the method that implements it",
            { IsAbstract: true } => "it is abstract; put [Handler] on the methods that override it",
            { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "it implements an interface explicitly; make it an ordinary method",
            { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => "it is a function inside of a method; make it a method of a class",
            { MethodKind: not MethodKind.Ordinary } => "it is no ordinary method",
            _ => null,
        };
        if (never is not null)
        {
            context.Error(Rules.HandlerNeverCalled, context.Locate(method), Display(method), never);
            return false;
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            context.Error(
                Rules.HandlerSignature, context.Locate(method), FixProperties.Flag(FixProperties.AsyncVoid), Display(method),
                "nobody can await 'async void'; return a Task");
            return false;
        }

        var error = method switch
        {
            { IsGenericMethod: true } => "it is generic",
            { RefKind: not RefKind.None } => "it returns a reference",
            _ when !Reachability.IsReachable(method, context.Compilation) && Reachability.Explain(method.ContainingType, context.Compilation) is null =>
                "it is " + Reachability.ExplainMember(method),
            _ => null,
        };
        if (error is not null)
        {
            context.Error(Rules.HandlerSignature, context.Locate(method), Display(method), error);
        }

        return error is null;
    }

    /// <summary>The contract that <paramref name="method"/> handles; null, and MSG301, when its first parameter is none.</summary>
    public static ContractHeader? Contract(IMethodSymbol method, ParseContext context)
    {
        if (method.Parameters is not [var first, ..])
        {
            context.Error(
                Rules.HandlerSignature, context.Locate(method), Display(method), "it takes nothing, but its first parameter must be a [Message] contract");
            return null;
        }

        var error = first switch
        {
            { Type.TypeKind: TypeKind.Error } => "",
            { RefKind: not RefKind.None } => "it takes its message by reference",
            { IsParams: true } => "its first parameter is 'params', but each message is handled by itself",
            { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "a message is never null; remove the question mark",
            _ when BatchParser.FindError(first.Type) is { } wrong => BatchError(wrong),
            _ when BatchParser.TakesBatches(method) => null,
            _ when !HandledContract.Is(first.Type) => $"its first parameter must be a [Message] contract, but '{first.Type.DisplayName()}' is none",
            _ => null,
        };
        if (error is null)
        {
            return HandledContract.Find(BatchParser.MessageOf(method), context.Locate(first), context);
        }

        // The compiler itself complains about a type that does not exist.
        if (error.Length > 0)
        {
            context.Error(Rules.HandlerSignature, context.Locate(first), Display(method), error);
        }

        return null;

        string BatchError(string wrong)
        {
            context.Error(Rules.BatchSignature, context.Locate(first), Display(method), wrong);
            return "";
        }
    }

    /// <summary>What is passed for the parameters; null, and MSG301, when one of them cannot be supplied.</summary>
    public static EquatableArray<ArgumentModel>? Arguments(IMethodSymbol method, ParseContext context)
    {
        var isBatch = BatchParser.TakesBatches(method);
        var arguments = new List<ArgumentModel> { new(isBatch ? ArgumentKind.Batch : ArgumentKind.Message) };
        foreach (var parameter in method.Parameters.Skip(1))
        {
            if (HandledContract.Is(parameter.Type))
            {
                context.Error(
                    Rules.HandlerSignature, context.Locate(parameter), Display(method),
                    $"it takes a second message, '{parameter.Name}', but each message is handled by itself");
            }
            else if (parameter.Type.Is(isBatch ? KnownTypes.MessageContext : KnownTypes.BatchContext))
            {
                BatchParser.ReportContext(method, parameter, context);
            }
            else if (Supply(parameter, method, context) is { } argument)
            {
                arguments.Add(argument);
            }
        }

        return arguments.Count == method.Parameters.Length ? arguments.ToEquatableArray() : null;
    }

    private static ArgumentModel? Supply(IParameterSymbol parameter, IMethodSymbol method, ParseContext context)
    {
        var kind = parameter.RefKind != RefKind.None ? ArgumentKind.Service
            : parameter.Type.Is(KnownTypes.MessageContext) || parameter.Type.Is(KnownTypes.BatchContext) ? ArgumentKind.Context
            : parameter.Type.Is(KnownTypes.CancellationToken) ? ArgumentKind.CancellationToken
            : ArgumentKind.Service;
        return kind == ArgumentKind.Service
            ? ServiceParser.Parse(parameter, Display(method), Rules.HandlerSignature, context)
            : new ArgumentModel(kind);
    }
}
