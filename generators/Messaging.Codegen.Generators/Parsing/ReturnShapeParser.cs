using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Decides what becomes of the value that a handler returns.</summary>
internal static class ReturnShapeParser
{
    private const string Expected =
        "it must return nothing, a message, a sequence or tuple of messages, or a Task or ValueTask of one of these";

    /// <summary>Splits the return type into the way to await it and the type of the value, which is null when there is none.</summary>
    public static (Completion Completion, ITypeSymbol? Value) Unwrap(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => (Completion.Synchronous, null),
        var type when type.Is(KnownTypes.Task) => (Completion.Task, null),
        var type when type.Is(KnownTypes.ValueTask) => (Completion.ValueTask, null),
        INamedTypeSymbol type when type.Is(KnownTypes.TaskOfT) => (Completion.Task, type.TypeArguments[0]),
        INamedTypeSymbol type when type.Is(KnownTypes.ValueTaskOfT) => (Completion.ValueTask, type.TypeArguments[0]),
        var type => (Completion.Synchronous, type),
    };

    /// <summary>The shape of <paramref name="value"/>; null, and MSG301, when it cannot be published.</summary>
    /// <param name="value">What the method returns, without the task around it; null for nothing.</param>
    /// <param name="method">The handler.</param>
    /// <param name="published">Takes the identities of the messages that may be published.</param>
    /// <param name="context">Takes the errors.</param>
    public static ReturnShape? Parse(ITypeSymbol? value, IMethodSymbol method, ISet<string> published, ParseContext context)
    {
        if (value is null)
        {
            return ReturnShape.Nothing;
        }

        var check = context.Fresh();
        var shape = Shape(value, method, published, check);
        if (shape is null && !check.HasErrors && !IsUnresolved(value))
        {
            check.Error(
                Rules.HandlerSignature, context.Locate(method), HandlerSignature.Display(method), $"it returns '{value.DisplayName()}', but {Expected}");
        }

        if (shape is null)
        {
            context.Invalidate();
        }

        return shape;
    }

    /// <summary>The reply shape of a request's handler; null, and MSG312, when <paramref name="value"/> is something else.</summary>
    public static ReturnShape? ParseReply(ITypeSymbol? value, IMethodSymbol method, ContractHeader request, TypeRef reply, ParseContext context)
    {
        var error = value?.ToTypeRef() switch
        {
            null => "it returns nothing",
            var type when type.Name != reply.Name => $"it returns '{value!.DisplayName()}'",
            { IsNullable: true } when value!.NullableAnnotation == NullableAnnotation.Annotated => "a reply cannot be null",
            _ => null,
        };
        if (error is not null)
        {
            context.Error(Rules.ReplyMismatch, context.Locate(method), HandlerSignature.Display(method), request.Identity, Short(reply), error);
            return null;
        }

        return HandledContract.Find(value!, context.Locate(method), context) is { } contract
            ? new ReturnShape { Kind = ReturnKind.Reply, Type = contract.Type.Name }
            : null;
    }

    private static ReturnShape? Shape(ITypeSymbol type, IMethodSymbol method, ISet<string> published, ParseContext context)
    {
        if (HandledContract.Is(type))
        {
            return Message(type, method, published, context);
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return Tuple(tuple, method, published, context);
        }

        if (Element(type, KnownTypes.IEnumerableOfT) is { } element)
        {
            return Sequence(ReturnKind.Sequence, type, element, method, published, context);
        }

        return Element(type, KnownTypes.IAsyncEnumerableOfT) is { } asyncElement
            ? Sequence(ReturnKind.AsyncSequence, type, asyncElement, method, published, context)
            : null;
    }

    private static ReturnShape? Message(ITypeSymbol type, IMethodSymbol method, ISet<string> published, ParseContext context)
    {
        if (HandledContract.Find(type, context.Locate(method), context) is not { } contract)
        {
            return null;
        }

        if (contract.Reply is not null)
        {
            context.Error(
                Rules.HandlerSignature, context.Locate(method), HandlerSignature.Display(method),
                $"it returns the request '{contract.Identity}', which cannot be published; send it with an IRequestClient");
            return null;
        }

        published.Add(contract.Identity);
        return new ReturnShape
        {
            Kind = ReturnKind.Message,
            Type = contract.Type.Name,
            CanBeNull = !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            IsValueType = type.IsValueType,
        };
    }

    private static ReturnShape? Tuple(INamedTypeSymbol tuple, IMethodSymbol method, ISet<string> published, ParseContext context)
    {
        var elements = new List<ReturnShape>();
        foreach (var field in tuple.TupleElements)
        {
            if (Shape(field.Type, method, published, context) is not { } element)
            {
                return null;
            }

            elements.Add(element);
        }

        return new ReturnShape { Kind = ReturnKind.Tuple, IsValueType = true, Elements = elements.ToEquatableArray() };
    }

    private static ReturnShape? Sequence(
        ReturnKind kind, ITypeSymbol type, ITypeSymbol element, IMethodSymbol method, ISet<string> published, ParseContext context) =>
        HandledContract.Is(element) && Message(element, method, published, context) is { } message
            ? new ReturnShape
            {
                Kind = kind,
                Type = message.Type,
                CanBeNull = !type.IsValueType,
                IsValueType = type.IsValueType,
                IsEnumeratedByInterface = type.TypeKind is not (TypeKind.Array or TypeKind.Interface) && !type.Is(KnownTypes.ListOfT),
                Elements = new EquatableArray<ReturnShape>([message]),
            }
            : null;

    /// <summary>The element of a sequence; null when <paramref name="type"/> is none, or several.</summary>
    private static ITypeSymbol? Element(ITypeSymbol type, string sequence)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 && sequence == KnownTypes.IEnumerableOfT ? array.ElementType : null;
        }

        if (type.Is(sequence))
        {
            return ((INamedTypeSymbol)type).TypeArguments[0];
        }

        var implemented = type.AllInterfaces.Where(candidate => candidate.Is(sequence)).ToArray();
        return implemented.Length == 1 ? implemented[0].TypeArguments[0] : null;
    }

    /// <summary>True for a type that the compiler complains about already.</summary>
    private static bool IsUnresolved(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnresolved(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnresolved),
        _ => false,
    };

    private static string Short(TypeRef type) => type.Name.Replace("global::", "");
}
