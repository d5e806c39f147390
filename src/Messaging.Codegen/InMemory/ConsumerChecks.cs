using Messaging.Codegen.Topology;

namespace Messaging.Codegen.InMemory;

/// <summary>What a JetStream server refuses about a durable consumer.</summary>
internal static class ConsumerChecks
{
    /// <summary>What is wrong with a definition by itself, or null.</summary>
    public static string? FindError(ConsumerDefinition consumer)
    {
        if (AssetName.FindError(consumer.Name) is { } nameError)
        {
            return nameError;
        }

        if (consumer.Filters.Select(SubjectSyntax.FindError).FirstOrDefault(error => error is not null) is { } error)
        {
            return error;
        }

        var filters = DurableConsumer.Parse(consumer);
        for (var i = 0; i < filters.Length; i++)
        {
            for (var j = 0; j < filters.Length; j++)
            {
                if (i != j && filters[i].Covers(filters[j]))
                {
                    return $"consumer subject filters cannot overlap: {filters[i]} and {filters[j]}";
                }
            }
        }

        return consumer.AckWait > TimeSpan.Zero ? null : "AckWait must be positive";
    }

    /// <summary>Why the stream cannot have the consumer beside its others, or null.</summary>
    public static string? FindConflict(StreamDefinition stream, ConsumerDefinition consumer, IEnumerable<ConsumerDefinition> others)
    {
        if (stream.Retention != StreamRetention.WorkQueue)
        {
            return null;
        }

        if (consumer.DeliverFrom != DeliverFrom.All)
        {
            return "consumer must be deliver all on workqueue stream";
        }

        var filters = DurableConsumer.Parse(consumer);
        return others.FirstOrDefault(other => Overlap(filters, DurableConsumer.Parse(other))) is { } rival
            ? $"filtered consumer not unique on workqueue stream: overlaps with {rival.Name}"
            : null;
    }

    private static bool Overlap(SubjectPattern[] left, SubjectPattern[] right) =>
        Array.Exists(left, pattern => Array.Exists(right, pattern.Overlaps));
}
