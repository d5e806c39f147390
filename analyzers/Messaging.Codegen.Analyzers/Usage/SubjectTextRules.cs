using System.Text;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG604: text that becomes a part of a subject as it is can change where a message goes.</summary>
internal static class SubjectTextRules
{
    private const char Hole = '\u0001';
    private const string Guid = "System.Guid";

    /// <summary>Checks the subject of an expectation.</summary>
    public static Diagnostic? Check(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "ExpectedLastSubject" } target && target.Property.ContainingType.Is(KnownTypes.PublishOptions)
            ? Check(assignment.Value, MessageIdRules.PublishOf(assignment), cancellationToken)
            : null;

    /// <summary>Checks the subject of a call of NATS's own client.</summary>
    public static Diagnostic? Check(IInvocationOperation call, CancellationToken cancellationToken) =>
        RawClientRules.IsClient(call) && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "subject") is { } subject
            ? Check(subject.Value, RawClientRules.ContractOf(call), cancellationToken)
            : null;

    private static Diagnostic? Check(IOperation value, ITypeSymbol? contract, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var holes = new List<IOperation>();
        Flatten(value, text, holes);
        return text.Length > 1 && holes.Exists(IsUnsafe)
            ? Diagnostic.Create(
                Rules.SubjectFromText,
                value.Syntax.GetLocation(),
                Builder(contract, text.ToString(), holes, value.SemanticModel!, cancellationToken) is { } call ? FixProperties.ForReplacement(call) : null,
                holes.Find(IsUnsafe)!.Syntax.ToString())
            : null;
    }

    /// <summary>Takes an interpolation or concatenation apart.</summary>
    private static void Flatten(IOperation value, StringBuilder text, List<IOperation> holes)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                text.Append(constant);
                break;
            case IConversionOperation conversion:
                Flatten(conversion.Operand, text, holes);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    Flatten(part is IInterpolationOperation hole ? hole.Expression : ((IInterpolatedStringTextOperation)part).Text, text, holes);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.Type?.SpecialType == SpecialType.System_String:
                Flatten(sum.LeftOperand, text, holes);
                Flatten(sum.RightOperand, text, holes);
                break;
            default:
                text.Append(Hole);
                holes.Add(value);
                break;
        }
    }

    /// <summary>True for what may contain dots, wildcards or spaces. What a format method of the library returns is a token already.</summary>
    private static bool IsUnsafe(IOperation value) =>
        value is not IInvocationOperation { TargetMethod: { Name: "Format", IsStatic: true } }
            && value.Type is { TypeKind: not TypeKind.Enum }
                and not { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 and not SpecialType.System_Char }
            && !value.Type.Is(Guid);

    /// <summary>The call of the emitted subject builder that makes the same subject; null when the text is another one.</summary>
    private static string? Builder(ITypeSymbol? contract, string text, List<IOperation> holes, SemanticModel model, CancellationToken cancellationToken)
    {
        if (contract is not INamedTypeSymbol { ContainingType: null } named
            || ContractHeaderParser.Parse(named, new ParseContext(model.Compilation, report: null, cancellationToken)) is not { Subject: var subject }
            || !Matches(subject, text.Split('.')))
        {
            return null;
        }

        return $"{named.ToMinimalDisplayString(model, holes[0].Syntax.SpanStart)}Subject.Format({string.Join(", ", holes.Select(static hole => hole.Syntax.ToString()))})";
    }

    private static bool Matches(SubjectTemplate subject, string[] tokens) =>
        tokens.Length == subject.Tokens.Count
            && subject.Tokens.Zip(tokens, static (expected, token) => expected.IsPlaceholder ? token == Hole.ToString() : token == expected.Text).All(static same => same);
}
