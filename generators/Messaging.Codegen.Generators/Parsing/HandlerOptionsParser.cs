using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[Handler]</c> attributes.</summary>
internal static class HandlerOptionsParser
{
    // As long as a timer can wait twice.
    private const long MaxTimeout = 14 * TimeSpan.TicksPerDay;

    // What ConsumerDefinition assumes when nothing is said.
    private const int DefaultMaxDeliver = 5;

    // Progress signals are sent at a third of it; a shorter one than this is missed by a busy process or network.
    private const long ShortestAckWait = TimeSpan.TicksPerSecond;

    /// <summary>Reads <paramref name="attribute"/>. What is wrong with it is reported, and must not be emitted.</summary>
    public static HandlerOptionsModel Parse(AttributeData attribute, IMethodSymbol method, ParseContext context)
    {
        var consumer = attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : "";
        NameRules.Check(consumer, "consumer", context.Locate(attribute, method), context);
        var options = new AttributeOptions(attribute, method, context);
        var prefetch = options.Int32("Prefetch");
        return new HandlerOptionsModel
        {
            Consumer = consumer,
            MaxDeliver = options.Int32("MaxDeliver"),
            Backoff = options.Durations("Backoff").ToEquatableArray(),
            Concurrency = options.Int32("Concurrency"),
            Prefetch = prefetch,
            BatchSize = options.Int32("BatchSize", prefetch ?? int.MaxValue),
            BatchWait = options.Duration("BatchWait", MaxTimeout),
            AckWait = options.Duration("AckWait"),
            Idempotency = options.Member("Idempotency"),
            RateLimit = options.Rate("RateLimit"),
            Timeout = options.Duration("Timeout", MaxTimeout),
            PartitionBy = attribute.Named("PartitionBy") as string,
            DeliverFrom = options.Member("DeliverFrom"),
        };
    }

    /// <summary>Reports, as MSG405, delays that no delivery would wait for, as MSG413, an ack wait that cannot be kept up, and, as MSG401, a long name.</summary>
    public static void CheckConsumer(HandlerOptionsModel options, AttributeData attribute, IMethodSymbol method, ParseContext context)
    {
        NameRules.Advise(options.Consumer, "consumer", context.Locate(attribute, method), context);
        var places = new AttributeOptions(attribute, method, context);
        var (delays, deliveries) = (options.Backoff.Count, options.MaxDeliver ?? DefaultMaxDeliver);
        if (delays >= deliveries)
        {
            context.Warn(
                Rules.UnusedDelays, places.LocationOf("Backoff"), FixProperties.ForOption("MaxDeliver", Identifiers.Literal(delays + 1)),
                HandlerSignature.Display(method), delays, deliveries, delays - deliveries + 1, delays + 1);
        }

        if (options.AckWait < ShortestAckWait)
        {
            context.Warn(
                Rules.ShortAckWait, places.LocationOf("AckWait"), FixProperties.ForOption("AckWait", "\"1s\""),
                HandlerSignature.Display(method), Durations.Text(options.AckWait.Value), Durations.Text(ShortestAckWait));
        }
    }

    /// <summary>Reports, as MSG316, options of batches on a handler that takes one message at a time.</summary>
    public static void CheckSingle(AttributeData attribute, IMethodSymbol method, ParseContext context)
    {
        var options = new AttributeOptions(attribute, method, context);
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key is "BatchSize" or "BatchWait")
            {
                context.Warn(
                    Rules.OptionWithoutEffect, options.LocationOf(argument.Key), argument.Key, HandlerSignature.Display(method),
                    "it takes one message at a time; a handler of batches takes an IReadOnlyList of messages");
            }
        }
    }

    /// <summary>Reports, as MSG316, the options of a request's handler that nothing reads: there is no stream and no consumer behind it.</summary>
    public static void CheckRequest(AttributeData attribute, IMethodSymbol method, ParseContext context)
    {
        var options = new AttributeOptions(attribute, method, context);
        foreach (var argument in attribute.NamedArguments)
        {
            // A Filter is an error there.
            if (argument.Key != "Filter")
            {
                context.Warn(
                    Rules.OptionWithoutEffect, options.LocationOf(argument.Key), argument.Key, HandlerSignature.Display(method),
                    "remove it; a request is not stored, and answered once: the requester decides how long it waits and whether it asks again");
            }
        }
    }
}
