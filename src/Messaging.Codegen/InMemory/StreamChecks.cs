using Messaging.Codegen.Topology;

namespace Messaging.Codegen.InMemory;

/// <summary>What a JetStream server refuses about a stream.</summary>
internal static class StreamChecks
{
    /// <summary>The server's least <c>max_age</c> and duplicate window.</summary>
    private static readonly TimeSpan ShortestTime = TimeSpan.FromMilliseconds(100);

    /// <summary>What is wrong with a definition by itself, or null.</summary>
    public static string? FindError(StreamDefinition stream)
    {
        if (AssetName.FindError(stream.Name) is { } nameError)
        {
            return nameError;
        }

        if (stream.Subjects.Count == 0)
        {
            return "has no subjects";
        }

        if (stream.Subjects.Select(SubjectSyntax.FindError).FirstOrDefault(error => error is not null) is { } error)
        {
            return error;
        }

        return stream.MaxMessages < 1 ? "MaxMessages must be 1 or more"
            : stream.MaxBytes < 1 ? "MaxBytes must be 1 or more"
            : stream.MaxAge < ShortestTime ? "MaxAge must be 100 ms or more"
            : stream.DuplicateWindow < ShortestTime ? "DuplicateWindow must be 100 ms or more"
            : FindScheduleError(stream) ?? FindOverlapWithin(stream);
    }

    private static string? FindScheduleError(StreamDefinition stream) => stream switch
    {
        { AllowSchedules: true, Discard: StreamDiscard.New } => "message scheduling cannot use discard new",
        { AllowSchedules: true, Retention: StreamRetention.Interest } => TopologyPlan.SchedulesNeedKeeping,
        _ => null,
    };

    /// <summary>Why two streams cannot be on one broker, or null.</summary>
    public static string? FindOverlap(StreamDefinition stream, StreamDefinition other)
    {
        foreach (var subject in stream.Subjects)
        {
            foreach (var taken in other.Subjects)
            {
                if (SubjectPattern.Parse(subject).Overlaps(SubjectPattern.Parse(taken)))
                {
                    return $"subjects overlap with an existing stream: {subject} with {taken} of {other.Name}";
                }
            }
        }

        return null;
    }

    private static string? FindOverlapWithin(StreamDefinition stream)
    {
        for (var i = 0; i < stream.Subjects.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (SubjectPattern.Parse(stream.Subjects[i]).Overlaps(SubjectPattern.Parse(stream.Subjects[j])))
                {
                    return $"subject \"{stream.Subjects[i]}\" overlaps with \"{stream.Subjects[j]}\"";
                }
            }
        }

        return null;
    }
}
