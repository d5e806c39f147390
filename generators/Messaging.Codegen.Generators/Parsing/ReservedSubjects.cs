using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>MSG203: subjects that the server keeps for itself, by their first token.</summary>
internal static class ReservedSubjects
{
    /// <summary>First tokens that the server answers, forwards or stores by itself (nats-server 2.15).</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "$JS", "$SYS", "$KV", "$O", "$NRG", "$JSC", "$G", "$MQTT", "_INBOX", "_R_" };

    /// <summary>Reports a subject that no contract or stream may have; false when it is one.</summary>
    /// <param name="subject">A template or a filter, well-formed.</param>
    /// <param name="location">Where it is written.</param>
    /// <param name="context">Takes the error.</param>
    public static bool Check(string subject, Location? location, ParseContext context)
    {
        var tokens = subject.Split('.');
        var error = Reserved.Contains(tokens[0]) ? "which the server keeps for itself: messages there are not stored, or do harm"
            : SubjectAlgebra.Overlaps(tokens, ["$JS", ">"]) ? "which takes in '$JS.>', the server's own, so that it refuses such a stream"
            : null;
        if (error is not null)
        {
            context.Error(Rules.ReservedSubject, location, subject, tokens[0], error);
        }

        return error is null;
    }

    /// <summary>Warns of a subject that the server leaves alone today.</summary>
    public static void Advise(string subject, Location? location, ParseContext context)
    {
        if (subject[0] == '$')
        {
            context.Warn(
                Rules.ReservedSubject, DiagnosticSeverity.Warning, location, subject, subject.Split('.')[0],
                "and NATS keeps tokens with a dollar sign there for itself: a later server may answer them");
        }
    }
}
