using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Analyzers.Tests.Robustness;

/// <summary>Sources as they look while somebody types: tokens are missing, doubled or in the wrong place.</summary>
internal static class HalfTypedCode
{
    /// <summary>The source with some of its tokens deleted, doubled or exchanged.</summary>
    public static string Damage(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(static token => token.ToFullString()).ToList();
        for (var damages = random.Next(1, 6); damages > 0; damages--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens[at] += tokens[at];
                    break;
                case 1:
                    tokens[at] = tokens[random.Next(tokens.Count)];
                    break;
                case 2:
                    tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                    break;
                default:
                    tokens.RemoveAt(at);
                    break;
            }

            if (tokens.Count == 0)
            {
                return "";
            }
        }

        return string.Concat(tokens);
    }
}
