using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG606: headers that a publish would refuse, or that something else writes.</summary>
internal static class HeaderRules
{
    /// <summary>Checks the headers of a publish.</summary>
    public static IEnumerable<Diagnostic> Check(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property.Name: "Headers" } target || !target.Property.ContainingType.Is(KnownTypes.PublishOptions))
        {
            return [];
        }

        var value = assignment.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is IObjectCreationOperation { Initializer: { } initializer }
            ? initializer.Initializers.SelectMany(static entry => entry switch
            {
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var name, var text] } => Check(name.Value, text.Value, areReservedRefused: true),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var name] }, Value: var text } =>
                    Check(name.Value, text, areReservedRefused: true),
                _ => [],
            })
            : [];
    }

    /// <summary>Checks what is added to headers.</summary>
    public static IEnumerable<Diagnostic> Check(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Add" } method && method.ContainingType.Is(KnownTypes.MessageHeaders) && call.Arguments is [var name, var value]
            ? Check(name.Value, value.Value, areReservedRefused: false)
            : [];

    private static IEnumerable<Diagnostic> Check(IOperation name, IOperation value, bool areReservedRefused)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text } && NameError(text, areReservedRefused) is { } wrong)
        {
            yield return Diagnostic.Create(Rules.UnusableHeader, name.Syntax.GetLocation(), text, wrong);
        }

        if (value.ConstantValue is { HasValue: true, Value: string content } && content.Any(char.IsControl))
        {
            yield return Diagnostic.Create(
                Rules.UnusableHeader, value.Syntax.GetLocation(), FixProperties.Flag(FixProperties.CanSanitize),
                name.ConstantValue is { HasValue: true, Value: string header } ? header : name.Syntax.ToString(),
                "its value contains a control character, and a publish would refuse it; see HeaderRules.Sanitize");
        }
    }

    private static string? NameError(string name, bool areReservedRefused) =>
        name.Length == 0 ? "a name has at least one character"
            : name.Any(static c => c is <= ' ' or ':' or > '~') ? "a name is printable ASCII without space and colon"
            : !areReservedRefused ? null
            : name.StartsWith("Nats-", StringComparison.OrdinalIgnoreCase) ? "it belongs to the broker, and a publish would refuse it; use the option that sets it"
            : name.StartsWith("Messaging-", StringComparison.OrdinalIgnoreCase) ? "it belongs to this library, which tells by it why a message was given up"
            : name.ToUpperInvariant() is "CORRELATION-ID" or "CAUSATION-ID" ? "the library writes it; use the option CorrelationId or CausationId"
            : null;
}
