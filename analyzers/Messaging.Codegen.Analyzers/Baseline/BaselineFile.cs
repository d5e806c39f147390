using Messaging.Codegen.Facts;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>One of the two files: a first line that tells the format, and a fact in each other line.</summary>
internal sealed class BaselineFile
{
    public const string ShippedName = "Contracts.Shipped.txt";
    public const string UnshippedName = "Contracts.Unshipped.txt";

    /// <summary>What the first line begins with; the number is the version of the format.</summary>
    public const string Header = "#contracts 1";

    private const string HeaderStart = "#contracts";

    private BaselineFile(string path, IReadOnlyList<FactLine> facts, IReadOnlyList<BaselineError> errors)
    {
        Path = path;
        Facts = facts;
        Errors = errors;
    }

    public string Path { get; }

    /// <summary>The lines that are facts.</summary>
    public IReadOnlyList<FactLine> Facts { get; }

    /// <summary>What is wrong with other lines.</summary>
    public IReadOnlyList<BaselineError> Errors { get; }

    /// <summary>True for what an editor shows of a file that is registered but not there yet. A file that is there has a header.</summary>
    public static bool IsAbsent(SourceText text) => text.Lines.All(static line => string.IsNullOrWhiteSpace(line.ToString()));

    public static BaselineFile Parse(string path, SourceText text)
    {
        var facts = new List<FactLine>();
        var errors = new List<BaselineError>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasHeader = false;
        foreach (var line in text.Lines)
        {
            var content = line.ToString().TrimEnd();
            if (content.Length == 0)
            {
                continue;
            }

            if (!hasHeader)
            {
                hasHeader = true;
                if (content != Header && !content.StartsWith(Header + " ", StringComparison.Ordinal))
                {
                    errors.Add(new BaselineError(line.Span, $"its first line must begin with '{Header}'"
                        + (content.StartsWith(HeaderStart, StringComparison.Ordinal) ? ": another version of this library wrote it" : "")));
                    break;
                }

                continue;
            }

            if (Explain(content, seen, out var fact) is { } error)
            {
                errors.Add(new BaselineError(line.Span, error));
            }
            else
            {
                facts.Add(fact!);
            }
        }

        return new BaselineFile(path, facts, errors);
    }

    private static string? Explain(string content, HashSet<string> seen, out FactLine? fact)
    {
        fact = null;
        if (content.StartsWith("<<<<<<<", StringComparison.Ordinal) || content.StartsWith("=======", StringComparison.Ordinal)
            || content.StartsWith(">>>>>>>", StringComparison.Ordinal))
        {
            return "a merge has left its markers: keep the lines of both sides, each once";
        }

        fact = FactLine.Parse(content);
        return fact?.Contract is null ? $"'{content}' is no fact about a contract"
            : !seen.Add(fact.Head + " " + fact.Kind + " " + fact.Value) ? $"'{content}' stands there twice"
            : null;
    }
}

/// <summary>Something wrong in a file.</summary>
/// <param name="Span">The line.</param>
/// <param name="Message">What.</param>
internal sealed record BaselineError(TextSpan Span, string Message);
