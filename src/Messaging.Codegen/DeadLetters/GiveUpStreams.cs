using Messaging.Codegen.Subjects;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// The streams that hold what consumers gave up: one pair per source stream, Limits retention without an age, so that nothing is
/// lost before somebody has looked.
/// </summary>
internal static class GiveUpStreams
{
    private const string Part = "part";

    /// <summary>
    /// How long a stream remembers the ids of copies and replays: longer than a crash between a copy and its acknowledgement lasts, until the message
    /// comes to another process. Such messages are few, so this costs the broker little.
    /// </summary>
    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromHours(1);

    public static string Subject(GiveUpKind kind, string stream, string consumer) => $"{Prefix(kind)}.{stream}.{consumer}";

    /// <summary>The subject of what belongs to entries that were too large.</summary>
    public static string PartSubject(string subject) => subject + "." + Part;

    public static bool IsPart(string subject) => subject.EndsWith("." + Part, StringComparison.Ordinal) && subject.Split('.').Length > 3;

    public static string Name(GiveUpKind kind, string stream) => kind == GiveUpKind.DeadLetter ? $"{stream}_DLQ" : $"{stream}_QUARANTINE";

    public static string Prefix(GiveUpKind kind) => kind == GiveUpKind.DeadLetter ? GiveUpSubjects.DeadLetters : GiveUpSubjects.Quarantine;

    /// <summary>The pair for a source stream, as durable as the source itself.</summary>
    public static IEnumerable<StreamDefinition> For(string stream, StreamDefinition? source)
    {
        foreach (var kind in Enum.GetValues<GiveUpKind>())
        {
            yield return new StreamDefinition(Name(kind, stream), [GiveUpSubjects.All(Prefix(kind), stream)])
            {
                DuplicateWindow = DuplicateWindow,
                Storage = source?.Storage ?? StreamStorage.File,
                Replicas = source?.Replicas ?? 1,
            };
        }
    }
}
