namespace Messaging.Codegen.Topology;

/// <summary>Sets of subject filters, as streams and consumers have them.</summary>
internal static class SubjectSet
{
    /// <summary>The declared subjects that no present one covers.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> present, IReadOnlyList<string> declared)
    {
        // A server takes subjects that this library does not; such a one covers nothing that can be declared here.
        var covering = present.Select(subject => SubjectPattern.TryParse(subject, out var pattern) ? pattern : null).OfType<SubjectPattern>().ToArray();
        return [.. declared.Where(subject => !Array.Exists(covering, pattern => pattern.Covers(SubjectPattern.Parse(subject)))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The present subjects and the added ones. One that an added one covers gives way to it, since the subjects of a stream must
    /// not overlap; no subject that was stored before is lost.
    /// </summary>
    public static IReadOnlyList<string> Union(IReadOnlyList<string> present, IReadOnlyList<string> added)
    {
        var wider = added.Select(SubjectPattern.Parse).ToArray();
        return
        [
            .. present.Where(subject => !SubjectPattern.TryParse(subject, out var narrower) || !Array.Exists(wider, pattern => pattern.Covers(narrower))),
            .. added,
        ];
    }

    /// <summary>For a message: sorted, since the order means nothing.</summary>
    public static string Format(IReadOnlyList<string> subjects) =>
        subjects.Count == 0 ? SubjectPattern.AnyTail : string.Join(", ", subjects.Order(StringComparer.Ordinal));
}
