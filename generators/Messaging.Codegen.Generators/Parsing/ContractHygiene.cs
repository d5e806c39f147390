using System.Globalization;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What works in a <c>[Message]</c> attribute today and hurts later: MSG005 and MSG206.</summary>
internal static class ContractHygiene
{
    /// <summary>NATS advises against more tokens.</summary>
    private const int MaxTokens = 16;

    /// <summary>NATS advises against longer subjects.</summary>
    private const int MaxLength = 255;

    public static void Check(INamedTypeSymbol type, ContractHeader header, ParseContext context)
    {
        if (type.Attribute(KnownTypes.MessageAttribute)?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        if (syntax.ArgumentList?.Arguments[0].Expression is { } expression && FindNameOf(expression) is { } followed)
        {
            context.Warn(Rules.ImplicitIdentity, expression.GetLocation(), FixProperties.ForOption("name", Identifiers.Literal(header.Name)), header.Name, followed);
        }

        if (FindTrouble(header.Subject, header.Version) is { } trouble)
        {
            context.Warn(Rules.SubjectHygiene, syntax.GetLocation(), header.Subject.Text, trouble);
        }
    }

    /// <summary>What <c>nameof</c> in an expression names, or null when there is none.</summary>
    private static string? FindNameOf(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .OfType<InvocationExpressionSyntax>()
        .Where(static call => call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 })
        .Select(static call => call.ArgumentList.Arguments[0].ToString())
        .FirstOrDefault();

    private static string? FindTrouble(SubjectTemplate subject, int version)
    {
        if (subject.Tokens.Count > MaxTokens)
        {
            return $"it has {Identifiers.Literal(subject.Tokens.Count)} tokens, and more than 16 make the server's matching slow; use fewer";
        }

        if (subject.Text.Length > MaxLength)
        {
            return $"it has {Identifiers.Literal(subject.Text.Length)} characters, and NATS advises against more than 255; use shorter tokens";
        }

        if (subject.Text.Any(static c => c > '~'))
        {
            return "it contains characters other than ASCII, which tools and other clients write in different ways; use ASCII";
        }

        foreach (var token in subject.Tokens)
        {
            if (!token.IsPlaceholder && VersionIn(token.Text) is { } other && other != version)
            {
                return $"it says '{token.Text}', but the contract has version {Identifiers.Literal(version)}; let them agree";
            }
        }

        return null;
    }

    private static int? VersionIn(string token) =>
        token.Length > 1 && token[0] == 'v' && int.TryParse(token.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
