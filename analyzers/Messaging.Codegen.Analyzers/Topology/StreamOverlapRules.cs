using System.Collections.Immutable;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Subjects;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG402: a server stores a message in one stream, once. Of two subjects that overlap, the narrower one is reported, else the later one.
/// Each stream has others beside it for what its consumers give up.</summary>
internal static class StreamOverlapRules
{
    public static IEnumerable<Diagnostic> Check(KnownTopology topology)
    {
        var all = topology.Streams.SelectMany(Places).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var mine = all[i];
            if (mine is { Stream.IsOwn: true, Index: { } index }
                && all.Where((other, j) => Overlap(mine, other) && IsReported(mine, i, other, j)).Cast<Place?>().FirstOrDefault() is { } taken)
            {
                var isRedundant = mine.Stream.Subjects.Count > 1 && SubjectFilters.IsSubset(mine.Subject, taken.Subject);
                yield return Diagnostic.Create(
                    Rules.OverlappingStreams, mine.Stream.PlaceOf(index),
                    isRedundant ? FixProperties.Flag(FixProperties.Redundant) : ImmutableDictionary<string, string?>.Empty,
                    mine.Subject, mine.Stream.Name, taken.Subject, $"'{taken.Stream.Name}'" + taken.Use);
            }
        }
    }

    private static IEnumerable<Place> Places(KnownStream stream)
    {
        var places = stream.Subjects.Select((subject, index) => new Place(stream, subject, index, Use: ""))
            .Append(new Place(stream, GiveUpSubjects.All(GiveUpSubjects.DeadLetters, stream.Name), Index: null, ", whose dead letters are stored there"))
            .Append(new Place(stream, GiveUpSubjects.All(GiveUpSubjects.Quarantine, stream.Name), Index: null, ", whose unreadable messages are stored there"));
        return stream.Schedules is { } schedules ? places.Append(new Place(stream, schedules, Index: null, Use: "")) : places;
    }

    /// <summary>Several declarations of one stream are put together, and may repeat each other. What is one stream's already is not added to it for schedules.</summary>
    private static bool Overlap(Place one, Place other) =>
        SubjectFilters.Collides(one.Subject, other.Subject)
            && (one.Stream.Name != other.Stream.Name
                || (one.Index is not null && other.Index is not null && (one.Stream == other.Stream ? one.Index != other.Index : one.Subject != other.Subject)));

    private static bool IsReported(Place mine, int i, Place other, int j)
    {
        if (other is not { Stream.IsOwn: true, Index: not null })
        {
            return true;
        }

        var (isNarrower, isWider) = (SubjectFilters.IsSubset(mine.Subject, other.Subject), SubjectFilters.IsSubset(other.Subject, mine.Subject));
        return isNarrower == isWider ? i > j : isNarrower;
    }

    /// <param name="Stream">The stream.</param>
    /// <param name="Subject">What it stores.</param>
    /// <param name="Index">Which of its subjects this is; null for what is made for it.</param>
    /// <param name="Use">What is there, for the message, if it is not a subject of its own.</param>
    private readonly record struct Place(KnownStream Stream, string Subject, int? Index, string Use);
}
