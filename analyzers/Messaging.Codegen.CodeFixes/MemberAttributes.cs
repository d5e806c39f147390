using Messaging.Codegen.Generators;
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
    /// <param name="attribute">The attribute's metadata name, one of <see cref="KnownTypes"/>.</param>
    /// <param name="argument">Its argument, or null.</param>
    public static void Add(DocumentEditor editor, SyntaxNode member, string attribute, ExpressionSyntax? argument)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(
            Name(editor, attribute),
            argument is null
                ? null
                : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(argument))))));
        editor.ReplaceNode(member, (current, _) => current switch
        {
            ParameterSyntax parameter => AddTo(parameter, list),
            MemberDeclarationSyntax declaration => AddTo(declaration, list),
            _ => current,
        });
    }

    private static NameSyntax Name(DocumentEditor editor, string attribute)
    {
        var symbol = editor.SemanticModel.Compilation.GetTypesByMetadataName(attribute).FirstOrDefault();
        return symbol is not null && editor.Generator.TypeExpression(symbol, addImport: true) is NameSyntax name
            ? name
            : SyntaxFactory.ParseName(attribute).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static ParameterSyntax AddTo(ParameterSyntax parameter, AttributeListSyntax list)
    {
        var target = SyntaxFactory.AttributeTargetSpecifier(
            SyntaxFactory.Token(SyntaxKind.PropertyKeyword),
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space));
        return parameter
            .WithoutLeadingTrivia()
            .WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Add(list.WithTarget(target).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static MemberDeclarationSyntax AddTo(MemberDeclarationSyntax member, AttributeListSyntax list)
    {
        // On the member's own line, behind the attributes that stand there already.
        var lists = member.WithoutLeadingTrivia().AttributeLists;
        return member
            .WithoutLeadingTrivia()
            .WithAttributeLists(lists.Add(list.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(member.GetLeadingTrivia());
    }
}
