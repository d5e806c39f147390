using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>Recognises the calls by which an application sends messages.</summary>
internal static class MessagingCalls
{
    private static readonly string[] Senders = [KnownTypes.IPublisher, KnownTypes.IRequestClient, KnownTypes.MessageContext, KnownTypes.IOutbox];

    /// <summary>True for the calls that send something and return a task.</summary>
    public static bool IsSend(IInvocationOperation call) =>
        AsyncReturn.IsTask(call.TargetMethod.ReturnType) && Senders.Any(sender => Implementation(call.TargetMethod.ContainingType, sender) is not null);

    /// <summary>The contract that <paramref name="call"/> publishes by an <c>IPublisher</c> or an emitted publisher; null for other calls.</summary>
    public static ITypeSymbol? PublishedBy(IInvocationOperation call) =>
        call.TargetMethod.Name is "PublishAsync" or "PublishBatchAsync" or "ScheduleAsync"
            && Implementation(call.TargetMethod.ContainingType, KnownTypes.IPublisher) is { } publisher
            ? publisher.TypeArguments[0]
            : null;

    /// <summary>The contract that <paramref name="call"/> writes to an outbox; null for other calls.</summary>
    public static ITypeSymbol? PublishedToOutbox(IInvocationOperation call) =>
        call.TargetMethod is { Name: "PublishAsync", TypeArguments: [var contract] } method && Implementation(method.ContainingType, KnownTypes.IOutbox) is not null
            ? contract
            : null;

    /// <summary>The contract that <paramref name="call"/> publishes in whatever way; null for other calls.</summary>
    public static ITypeSymbol? Published(IInvocationOperation call) =>
        PublishedBy(call)
            ?? PublishedToOutbox(call)
            ?? (call.TargetMethod is { Name: "PublishAsync" or "PublishBatchAsync" or "ScheduleAsync", TypeArguments: [var contract] } method
                && method.ContainingType.Is(KnownTypes.MessageContext)
                ? contract
                : null);

    /// <summary>True when each message of <paramref name="contract"/> brings its id along.</summary>
    public static bool HasIdempotencyKey(ITypeSymbol contract)
    {
        for (var type = contract; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(static member => member.Has(KnownTypes.IdempotencyKeyAttribute)))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? Implementation(INamedTypeSymbol? type, string metadataName) =>
        type is null ? null
            : type.Is(metadataName) ? type
            : type.AllInterfaces.FirstOrDefault(candidate => candidate.Is(metadataName));
}
