using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG603: an id by which a stream drops copies is the same for copies, and for nothing else.</summary>
internal static class MessageIdRules
{
    private const string Guid = "System.Guid";

    /// <summary>Checks what an option is set to.</summary>
    public static Diagnostic? Check(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property.Name: "MessageId" } target
            || !target.Property.ContainingType.Is(KnownTypes.PublishOptions)
            || assignment.Value.ConstantValue is { HasValue: true, Value: null })
        {
            return null;
        }

        var value = assignment.Value;
        if (value.ConstantValue.HasValue)
        {
            return Report(value, DiagnosticSeverity.Error, "it is the same for every message, so that the stream drops all but the first");
        }

        if (IsNew(value))
        {
            return Report(value, DiagnosticSeverity.Warning, "it is another one at every call, so that nothing is ever dropped; leave it out, or use a business key");
        }

        return IsBare(value)
            ? Diagnostic.Create(
                Rules.UnusableMessageId, value.Syntax.GetLocation(), DiagnosticSeverity.Warning, additionalLocations: null,
                PublishOf(assignment) is { } contract && ContractHeaderParser.IdentityOf(contract) is { } identity ? FixProperties.ForPrefix(identity + ":") : null,
                value.Syntax.ToString(),
                "other contracts of the stream may use the same value, and the stream drops what has an id that it knows; begin with the contract's name")
            : null;
    }

    /// <summary>Checks what a member with <c>[IdempotencyKey]</c> begins with.</summary>
    public static Diagnostic? Check(ISymbolInitializerOperation initializer)
    {
        ISymbol[] members = initializer switch
        {
            IPropertyInitializerOperation properties => [.. properties.InitializedProperties],
            IFieldInitializerOperation fields => [.. fields.InitializedFields],
            _ => [],
        };
        return members.FirstOrDefault(static member => member.Has(KnownTypes.IdempotencyKeyAttribute)) is { } key && IsNew(initializer.Value)
            ? Report(
                initializer.Value, DiagnosticSeverity.Warning,
                $"as the idempotency key '{key.Name}' it is another one for every object, so that nothing is ever dropped; have it set, or use a business key")
            : null;
    }

    private static Diagnostic Report(IOperation value, DiagnosticSeverity severity, string reason) => Diagnostic.Create(
        Rules.UnusableMessageId, value.Syntax.GetLocation(), severity, additionalLocations: null, properties: null, value.Syntax.ToString(), reason);

    private static bool IsNew(IOperation value) =>
        value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(
            static call => call.TargetMethod is { Name: "NewGuid" or "CreateVersion7", IsStatic: true } method && method.ContainingType.Is(Guid));

    /// <summary>True for the text of a single number or Guid with nothing around it.</summary>
    private static bool IsBare(IOperation value) => value switch
    {
        IConversionOperation conversion => IsBare(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsIdentifier(instance.Type),
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: var part }] } => IsIdentifier(part.Type),
        _ => false,
    };

    private static bool IsIdentifier(ITypeSymbol? type) =>
        type.Is(Guid) || type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    /// <summary>The contract of the call that the options are written for.</summary>
    public static ITypeSymbol? PublishOf(IOperation assignment)
    {
        for (var current = assignment.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation call)
            {
                return MessagingCalls.Published(call);
            }
        }

        return null;
    }
}
