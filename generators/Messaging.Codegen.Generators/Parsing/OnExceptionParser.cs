using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[OnException]</c> attributes. What is wrong with one is MSG313, and it is left out.</summary>
internal static class OnExceptionParser
{
    private const string Retry = "Retry";

    /// <summary>The rules that stand on a method or class.</summary>
    public static ExceptionRuleModel[] Parse(ISymbol symbol, string display, ParseContext context)
    {
        var rules = new List<ExceptionRuleModel>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.OnExceptionAttribute)
                && attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Error } exception, { Kind: TypedConstantKind.Enum } action]
                && Parse(attribute, exception.Value as ITypeSymbol, action, symbol, display, rules, context) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return [.. rules];
    }

    /// <summary>The rules of a handler: its own, and those of its class for other types; most derived types first.</summary>
    public static EquatableArray<ExceptionRuleModel> Merge(ExceptionRuleModel[] own, ExceptionRuleModel[] ofClass) =>
        own.Concat(ofClass.Where(rule => !Array.Exists(own, mine => mine.Type == rule.Type)))
            .OrderByDescending(static rule => rule.Depth)
            .ThenBy(static rule => rule.Type, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>Reports attributes that stand where no handler reads them.</summary>
    public static void CheckPlaces(INamedTypeSymbol type, ParseContext context)
    {
        var hasHandlers = HandlerParser.HandlersOf(type).Any();
        foreach (var symbol in type.GetMembers().OfType<IMethodSymbol>().Where(static method => !method.Has(KnownTypes.HandlerAttribute)).Concat<ISymbol>(hasHandlers ? [] : [type]))
        {
            if (symbol.Attribute(KnownTypes.OnExceptionAttribute) is { } attribute)
            {
                Report(attribute, symbol, symbol.DisplayName(), "there is no [Handler] for it to be about", context);
            }
        }
    }

    /// <summary>Reports the first attribute of a method that answers requests: what fails there is not delivered again.</summary>
    public static void CheckRequest(IMethodSymbol method, ParseContext context)
    {
        if (method.Attribute(KnownTypes.OnExceptionAttribute) is { } attribute)
        {
            Report(attribute, method, HandlerSignature.Display(method), "a request that fails is answered with the failure, and never comes again", context);
        }
    }

    private static ExceptionRuleModel? Parse(
        AttributeData attribute, ITypeSymbol? exception, TypedConstant action, ISymbol symbol, string display, List<ExceptionRuleModel> earlier, ParseContext context)
    {
        var name = action.MemberName();
        var error = exception is not INamedTypeSymbol type || !IsException(type) ? $"{Describe(exception)} is no exception"
            : type.IsUnboundGenericType ? $"'{type.DisplayName()}' is open; name its type arguments"
            : type.Is(KnownTypes.DeadLetterException) || type.Is(KnownTypes.RetryException) ? $"'{type.Name}' says by itself what becomes of the message"
            : Reachability.Explain(type, context.Compilation) is { } obstacle ? "emitted code cannot use its type: " + obstacle
            : earlier.Exists(rule => rule.Type == type.ToTypeRef().Name) ? $"'{type.DisplayName()}' has a rule here already"
            : name is null ? "its action is no member of FailureAction"
            : name != Retry && attribute.NamedArguments.Any(static argument => argument is { Key: "Backoff", Value.IsNull: false }) ? $"Backoff is for FailureAction.{Retry}"
            : null;
        if (error is not null)
        {
            Report(attribute, symbol, display, error, context);
            return null;
        }

        return new ExceptionRuleModel(
            exception!.ToTypeRef().Name, exception!.DisplayName().Replace(" ", ""), Depth(exception!), name!,
            new AttributeOptions(attribute, symbol, context).Durations("Backoff").ToEquatableArray());
    }

    private static string Describe(ITypeSymbol? type) => type is null ? "null" : $"'{type.DisplayName()}'";

    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(KnownTypes.Exception))
            {
                return true;
            }
        }

        return false;
    }

    private static int Depth(ITypeSymbol type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static void Report(AttributeData attribute, ISymbol symbol, string display, string error, ParseContext context) =>
        context.Error(Rules.InvalidOnException, context.Locate(attribute, symbol), display, error);
}
