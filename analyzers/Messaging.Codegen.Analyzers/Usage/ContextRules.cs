using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG310 and MSG311: what a handler publishes belongs to the message that it handles.</summary>
internal static class ContextRules
{
    private const string NewParameter = "context";

    public static IEnumerable<Diagnostic> Check(HandlerBody body)
    {
        foreach (var call in body.Operations.OfType<IInvocationOperation>())
        {
            if (MessagingCalls.PublishedBy(call) is { } contract && !IsDelayed(call))
            {
                if (Argument(call, "options") is not { } options)
                {
                    yield return Diagnostic.Create(
                        Rules.PublisherInHandler, call.Syntax.GetLocation(), ContextOf(body, call) is { } name ? FixProperties.ForContext(name) : null,
                        body.Display, contract.DisplayName());
                }
                else if (HasNewId(contract, options))
                {
                    yield return NewId(body, call, contract);
                }
            }
            else if (MessagingCalls.PublishedToOutbox(call) is { } stored && !IsInbox(body.Method) && (Argument(call, "options") is { } options ? HasNewId(stored, options) : HasNewId(stored)))
            {
                yield return NewId(body, call, stored);
            }
        }
    }

    private static Diagnostic NewId(HandlerBody body, IInvocationOperation call, ITypeSymbol contract) =>
        Diagnostic.Create(Rules.NewIdPerDelivery, call.Syntax.GetLocation(), body.Display, contract.DisplayName());

    /// <summary>True for the overload that has no counterpart in a context.</summary>
    private static bool IsDelayed(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ScheduleAsync", Parameters: [_, { Type.Name: nameof(TimeSpan) }, ..] };

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    /// <summary>True when the options, written where they are used, do not say which id the message has, and neither does the message.</summary>
    private static bool HasNewId(ITypeSymbol contract, IOperation options)
    {
        while (options is IConversionOperation conversion)
        {
            options = conversion.Operand;
        }

        return HasNewId(contract)
            && options is IObjectCreationOperation
            && !options.Descendants().OfType<IPropertyReferenceOperation>().Any(
                static property => property.Property.Name == "MessageId" && property.Property.ContainingType.Is(KnownTypes.PublishOptions))
            && !options.Descendants().OfType<ISimpleAssignmentOperation>().Any(
                static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Publish" or "Options" } && assignment.Value is not IObjectCreationOperation);
    }

    private static bool HasNewId(ITypeSymbol contract) => !MessagingCalls.HasIdempotencyKey(contract);

    private static bool IsInbox(IMethodSymbol method) =>
        method.Attribute(KnownTypes.HandlerAttribute)!.NamedArguments
            .Any(static argument => argument.Key == "Idempotency" && !argument.Value.IsNull && argument.Value.MemberName() == "Inbox");

    /// <summary>The context that the handler has or can take; null when it cannot, or when a static function is between it and the call.</summary>
    private static string? ContextOf(HandlerBody body, IOperation call)
    {
        for (var function = call.Parent; function is not null; function = function.Parent)
        {
            if (function is IAnonymousFunctionOperation { Symbol.IsStatic: true } or ILocalFunctionOperation { Symbol.IsStatic: true })
            {
                return null;
            }
        }

        return body.Method.Parameters.Any(static parameter => parameter.Type.Is(KnownTypes.BatchContext)) || BatchParser.TakesBatches(body.Method) ? null
            : body.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.MessageContext)) is { IsDiscard: false } parameter ? parameter.Name
            : body.CanTakeMore(NewParameter) ? NewParameter
            : null;
    }
}
