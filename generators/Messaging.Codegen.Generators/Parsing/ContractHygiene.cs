using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What works in a <c>[Message]</c> attribute today and hurts later: MSG005, MSG006, MSG203 and MSG206.</summary>
internal static class ContractHygiene
{
    /// <summary>NATS advises against more tokens.</summary>
    private const int MaxTokens = 16;

    /// <summary>NATS advises against longer subjects.</summary>
    private const int MaxLength = 255;

    /// <summary>A subject shares the server's control line of 4 KiB with the address for the reply and with lengths.</summary>
    private const int MaxBytes = 3 * 1024;

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

        if (FindContractBase(type) is { } parent)
        {
            context.Warn(Rules.DerivedContract, context.Locate(type), type.DisplayName(), parent.DisplayName());
        }

        ReservedSubjects.Advise(header.Subject.Text, syntax.GetLocation(), context);
        if (Encoding.UTF8.GetByteCount(header.Subject.Text) > MaxBytes)
        {
            context.Error(
                Rules.SubjectHygiene, syntax.GetLocation(), header.Subject.Text.Substring(0, MaxLength) + "…",
                "it has more than 3 KiB, and the server closes a connection whose control line is longer than 4; use shorter tokens");
        }
        else if (FindTrouble(header.Subject) is { } trouble)
        {
            context.Warn(Rules.SubjectHygiene, syntax.GetLocation(), header.Subject.Text, trouble);
        }
        else if (header.Subject.Tokens[header.Subject.Tokens.Count - 1] is { IsPlaceholder: false, Text: var last } && VersionIn(last) is { } other && other != header.Version)
        {
            var version = Identifiers.Literal(header.Version);
            context.Warn(
                Rules.SubjectHygiene, syntax.GetLocation(), Correction(syntax, header.Subject.Text, last, "v" + version),
                header.Subject.Text, $"it says '{last}', but the contract has version {version}; let them agree");
        }
    }

    /// <summary>A base that is published itself. An abstract one is a union, whose cases may be contracts of their own.</summary>
    private static INamedTypeSymbol? FindContractBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (!current.IsAbstract && ContractHeaderParser.IsContract(current))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>For the fix. A subject that is put together or stands elsewhere is left to its author.</summary>
    private static ImmutableDictionary<string, string?> Correction(AttributeSyntax syntax, string subject, string last, string version) =>
        syntax.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Subject")?.Expression is LiteralExpressionSyntax
            ? FixProperties.ForOption("Subject", Identifiers.Literal(subject.Substring(0, subject.Length - last.Length) + version))
            : ImmutableDictionary<string, string?>.Empty;

    /// <summary>What <c>nameof</c> in an expression names, or null when there is none.</summary>
    private static string? FindNameOf(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .OfType<InvocationExpressionSyntax>()
        .Where(static call => call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 })
        .Select(static call => call.ArgumentList.Arguments[0].ToString())
        .FirstOrDefault();

    private static string? FindTrouble(SubjectTemplate subject)
    {
        if (subject.Tokens.Count > MaxTokens)
        {
            return $"it has {Identifiers.Literal(subject.Tokens.Count)} tokens, and more than 16 make the server's matching slow; use fewer";
        }

        if (subject.Text.Length > MaxLength)
        {
            return $"it has {Identifiers.Literal(subject.Text.Length)} characters, and NATS advises against more than 255; use shorter tokens";
        }

        return subject.Text.Any(static c => c > '~')
            ? "it contains characters other than ASCII, which tools and other clients write in different ways; use ASCII"
            : null;
    }

    private static int? VersionIn(string token) =>
        token.Length > 1 && token[0] == 'v' && int.TryParse(token.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
