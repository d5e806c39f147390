using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG602: a contract that goes past its publisher.</summary>
internal static class RawClientRules
{
    private const string ClientNamespace = "NATS.Client";
    private const string Serializer = "Messaging.Codegen.MessageSerializer";

    public static Diagnostic? Check(IInvocationOperation call) =>
        IsSend(call) && (ContractOf(call) ?? SerializedContractOf(call)) is { } contract
            ? Diagnostic.Create(Rules.RawClient, call.Syntax.GetLocation(), contract.DisplayName(), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name)
            : null;

    /// <summary>True for calls of NATS's own client.</summary>
    public static bool IsClient(IInvocationOperation call) =>
        call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith(ClientNamespace, StringComparison.Ordinal) == true;

    /// <summary>The contract that the client itself would serialize.</summary>
    public static ITypeSymbol? ContractOf(IInvocationOperation call) => call.TargetMethod.TypeArguments.FirstOrDefault(ContractHeaderParser.IsContract);

    private static bool IsSend(IInvocationOperation call) =>
        (call.TargetMethod.Name.StartsWith("Publish", StringComparison.Ordinal)
            || call.TargetMethod.Name.StartsWith("TryPublish", StringComparison.Ordinal)
            || call.TargetMethod.Name.StartsWith("Request", StringComparison.Ordinal))
        && IsClient(call);

    /// <summary>The contract whose bytes are an argument.</summary>
    private static ITypeSymbol? SerializedContractOf(IInvocationOperation call) => call.Arguments
        .SelectMany(static argument => argument.Value.DescendantsAndSelf().OfType<IInvocationOperation>())
        .Where(static inner => inner.TargetMethod is { Name: "SerializeToArray", TypeArguments.Length: 1 } method && method.ContainingType.Is(Serializer))
        .Select(static inner => inner.TargetMethod.TypeArguments[0])
        .FirstOrDefault();
}
