using Messaging.Codegen.Generators.Parsing;

namespace Messaging.Codegen.Generators.Analysis;

/// <summary>Questions about subject filters as text: <c>*</c> stands for any one token, a final <c>&gt;</c> for one token or more.</summary>
internal static class SubjectFilters
{
    /// <summary>True when the server takes <paramref name="filter"/> as a subject of a stream or a filter of a consumer.</summary>
    public static bool IsValid(string filter) => FindError(filter) is null;

    /// <summary>What is wrong with a filter, or null when nothing is.</summary>
    public static string? FindError(string filter)
    {
        var tokens = filter.Split('.');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (SubjectTemplateParser.FindError(tokens[i]) is { } error)
            {
                return error;
            }

            if (tokens[i] == ">" && i < tokens.Length - 1)
            {
                return "'>' may only be its last token";
            }
        }

        return null;
    }

    /// <summary>True when every subject that passes <paramref name="narrow"/> passes <paramref name="wide"/> too. Both must be valid.</summary>
    public static bool IsSubset(string narrow, string wide) => SubjectAlgebra.Covers(wide.Split('.'), narrow.Split('.'));

    /// <summary>True when some subject passes both filters. Both must be valid.</summary>
    public static bool Collides(string one, string other) => SubjectAlgebra.Overlaps(one.Split('.'), other.Split('.'));
}
