using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[Handler]</c> attributes.</summary>
internal static class HandlerOptionsParser
{
    /// <summary>Reads <paramref name="attribute"/>. What is wrong with it is reported, and must not be emitted.</summary>
    public static HandlerOptionsModel Parse(AttributeData attribute, IMethodSymbol method, ParseContext context)
    {
        var consumer = attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : "";
        if (NameRules.FindError(consumer) is { } error)
        {
            context.Error(Rules.InvalidName, context.Locate(attribute, method), consumer, "consumer", error);
        }

        var options = new AttributeOptions(attribute, method, context);
        return new HandlerOptionsModel
        {
            Consumer = consumer,
            MaxDeliver = options.Int32("MaxDeliver"),
            Backoff = options.Durations("Backoff").ToEquatableArray(),
            Concurrency = options.Int32("Concurrency"),
            Prefetch = options.Int32("Prefetch"),
            AckWait = options.Duration("AckWait"),
            Idempotency = options.Member("Idempotency"),
            DeliverFrom = options.Member("DeliverFrom"),
        };
    }
}
