using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Splits subject templates and tells what is wrong with them.</summary>
internal static class SubjectTemplateParser
{
    /// <summary>Parses <paramref name="template"/>; null, and MSG201, MSG202 or MSG203, when it is malformed.</summary>
    public static SubjectTemplate? Parse(string template, Location? location, ParseContext context)
    {
        var tokens = new List<SubjectTokenModel>();
        foreach (var token in template.Split('.'))
        {
            if (FindError(token) is { } error)
            {
                context.Error(Rules.SubjectSyntax, location, template, error);
                return null;
            }

            if (token is "*" or ">")
            {
                context.Error(Rules.SubjectWildcard, location, template, token);
                return null;
            }

            var isPlaceholder = token[0] == '{';
            tokens.Add(new SubjectTokenModel(isPlaceholder ? token.Substring(1, token.Length - 2) : token, isPlaceholder));
        }

        return ReservedSubjects.Check(template, location, context) ? new SubjectTemplate(template, tokens.ToEquatableArray()) : null;
    }

    /// <summary>What is wrong with a token, wildcards being right, or null when nothing is.</summary>
    internal static string? FindError(string token)
    {
        if (token.Length == 0)
        {
            return "it has an empty token, because every dot must stand between two tokens";
        }

        foreach (var c in token)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return $"the token '{token}' contains white space or a control character";
            }
        }

        if (token is "*" or ">")
        {
            return null;
        }

        if (token.IndexOfAny(['*', '>']) >= 0)
        {
            return $"the token '{token}' has a wildcard glued to text";
        }

        var isWhole = token.Length > 2 && token[0] == '{' && token.IndexOf('}') == token.Length - 1 && token.LastIndexOf('{') == 0;
        return !isWhole && token.IndexOfAny(['{', '}']) >= 0
            ? $"in the token '{token}' a placeholder must be the whole token, '{{Member}}'"
            : null;
    }
}
