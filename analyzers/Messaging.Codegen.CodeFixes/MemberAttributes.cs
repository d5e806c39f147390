using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Writes MessagePack's attributes on the members of a contract.</summary>
internal static class MemberAttributes
{
    /// <summary>The declaration at a diagnostic's place that one attribute can be written on; null when it declares several fields at once.</summary>
    public static SyntaxNode? FindMember(SyntaxNode root, Location location)
    {
        foreach (var node in root.FindNode(location.SourceSpan).AncestorsAndSelf())
        {
            switch (node)
            {
                case PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }:
                case ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }:
                    return node;
                case BaseFieldDeclarationSyntax or TypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Adds an attribute of MessagePack, on the property when the member is a positional parameter.</summary>
    /// <param name="editor">The document.</param>
    /// <param name="member">What <see cref="FindMember"/> has found.</param>
    /// <param name="attribute">The attribute in full, for example <c>MessagePack.Key(3)</c>; it is shortened where the namespace is imported.</param>
    public static void Add(DocumentEditor editor, SyntaxNode member, string attribute) =>
        editor.ReplaceNode(member, (current, _) => current switch
        {
            ParameterSyntax parameter => AddTo(parameter, Parse("property: " + attribute)),
            MemberDeclarationSyntax declaration => AddTo(declaration, Parse(attribute)),
            _ => current,
        });

    /// <summary>Adds an attribute to a type, on a line of its own below the others.</summary>
    /// <param name="editor">The document.</param>
    /// <param name="type">The declaration.</param>
    /// <param name="attribute">The attribute in full.</param>
    public static void AddLine(DocumentEditor editor, TypeDeclarationSyntax type, string attribute) =>
        editor.ReplaceNode(type, (current, _) =>
        {
            var declaration = (TypeDeclarationSyntax)current;
            var leading = declaration.GetLeadingTrivia();
            var indentation = leading.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Select(static trivia => trivia.ToString()).LastOrDefault() ?? "";
            var list = Parse(attribute);
            list = declaration.AttributeLists.Count > 0
                ? list.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(SyntaxFactory.LineFeed)
                : list.WithTrailingTrivia(SyntaxFactory.LineFeed, SyntaxFactory.Whitespace(indentation));
            var bare = declaration.WithoutLeadingTrivia();
            return bare.WithAttributeLists(bare.AttributeLists.Add(list)).WithLeadingTrivia(leading);
        });

    /// <summary>A list without elastic blanks, so that the formatter leaves the member on its line.</summary>
    private static AttributeListSyntax Parse(string attribute)
    {
        var list = SyntaxFactory.ParseMemberDeclaration($"[{attribute}] int member;")!.AttributeLists[0];
        var names = list.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static expression => (SyntaxNode)expression.Type).Prepend(list.Attributes[0].Name);
        return list.ReplaceNodes(names, static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static ParameterSyntax AddTo(ParameterSyntax parameter, AttributeListSyntax list)
    {
        var bare = parameter.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Add(list)).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static MemberDeclarationSyntax AddTo(MemberDeclarationSyntax member, AttributeListSyntax list)
    {
        var bare = member.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Add(list)).WithLeadingTrivia(member.GetLeadingTrivia());
    }
}
