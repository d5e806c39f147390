namespace Messaging.Codegen.Subjects;

/// <summary>Where what a stream's consumers gave up is stored, in streams of its own. Shared with the analyzers, which keep other streams away from there.</summary>
internal static class GiveUpSubjects
{
    public const string DeadLetters = "dlq";

    public const string Quarantine = "quarantine";

    /// <summary>All that is given up by the consumers of a stream, in one of the two ways.</summary>
    public static string All(string prefix, string stream) => $"{prefix}.{stream}.>";
}
