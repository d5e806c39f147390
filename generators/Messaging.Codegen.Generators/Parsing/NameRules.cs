using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Names of streams and consumers. They become tokens of the server's own subjects, so a wrong one gets no answer at all.</summary>
internal static class NameRules
{
    private const int MaxLength = 255;

    // What NATS advises: names become folders and files on the server.
    private const int AdvisedLength = 32;

    /// <summary>Reports, as MSG401, a name that the server refuses or does not hear.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what"><c>stream</c> or <c>consumer</c>.</param>
    /// <param name="location">Where it is written.</param>
    /// <param name="context">Takes the error.</param>
    public static void Check(string name, string what, Location? location, ParseContext context)
    {
        if (FindError(name) is { } error)
        {
            context.Error(Rules.InvalidName, location, name, "cannot be", what, error);
        }
    }

    /// <summary>Warns, as MSG401, of a name that works today.</summary>
    public static void Advise(string name, string what, Location? location, ParseContext context)
    {
        if (name.Length > AdvisedLength)
        {
            context.Warn(
                Rules.InvalidName, DiagnosticSeverity.Warning, location, name, "should not be", what,
                $"it has {Identifiers.Literal(name.Length)} characters, and NATS advises 32 at most, because the server makes paths of names; use a shorter one");
        }
    }

    private static string? FindError(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return "it must have 1 to 255 characters";
        }

        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            {
                var shown = char.IsControl(c) || char.IsWhiteSpace(c) ? "white space" : $"'{c}'";
                return $"only letters, digits, '-' and '_' are allowed, not {shown}";
            }
        }

        return null;
    }
}
