using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>
/// What a file tells the rest of the program, found in its text alone: everything but the bodies of methods, which no other declaration can see.
/// Made once for each state of a file.
/// </summary>
internal sealed class FileDeclarations
{
    /// <summary>Up to how many files are read one after the other: an edit changes one or two.</summary>
    private const int Few = 16;

    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();

    private FileDeclarations(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        var source = tree.GetText(cancellationToken);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var annotated = new List<TypeDeclarationSyntax>();
        var text = new StringBuilder();
        var names = new StringBuilder();
        var position = 0;
        foreach (var node in root.DescendantNodes(static node => !IsBody(node)))
        {
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax space:
                    AddName(space, space.Name.ToString());
                    break;
                case BaseTypeDeclarationSyntax type:
                    AddType(type, type.Identifier.ValueText, (type as TypeDeclarationSyntax)?.TypeParameterList);
                    if (type is TypeDeclarationSyntax candidate && HasAttributes(candidate))
                    {
                        annotated.Add(candidate);
                    }

                    break;
                case DelegateDeclarationSyntax type:
                    AddType(type, type.Identifier.ValueText, type.TypeParameterList);
                    break;
                case UsingDirectiveSyntax directive:
                    ConcernsAll |= directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                    HasAlias |= directive.Alias is not null;
                    break;
                case ExternAliasDirectiveSyntax or AttributeListSyntax { Parent: CompilationUnitSyntax }:
                    ConcernsAll = true;
                    break;
                case var body when IsBody(body):
                    // The brace or arrow stays: whether there is a body can be seen from outside.
                    text.Append(source.ToString(new(position, body.SpanStart + 1 - position)));
                    position = body.Span.End;
                    break;
            }
        }

        text.Append(source.ToString(new(position, source.Length - position)));
        Text = StateHash.Of(text);
        Names = StateHash.Of(names);
        DeclaredTypes = [.. declared];
        AnnotatedTypes = annotated;
        Mentioned =
        [
            .. root.DescendantTokens(static node => !IsBody(node))
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText)
                .Distinct(StringComparer.Ordinal),
        ];

        void AddType(SyntaxNode node, string name, TypeParameterListSyntax? parameters)
        {
            declared.Add(name);
            AddName(node, name + "`" + (parameters?.Parameters.Count ?? 0).ToString(CultureInfo.InvariantCulture));
        }

        void AddName(SyntaxNode node, string name) => names.Append(' ', node.Ancestors().Count()).Append(name).Append('\n');
    }

    /// <summary>A hash of the text without the bodies of methods.</summary>
    public long Text { get; }

    /// <summary>A hash of the namespaces and types that are declared, and of which contains which.</summary>
    public long Names { get; }

    /// <summary>The names of the types that are declared, without what contains them.</summary>
    public string[] DeclaredTypes { get; }

    /// <summary>The types that carry attributes, or whose members do.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> AnnotatedTypes { get; }

    /// <summary>Every identifier outside of bodies. A declaration of the file can lead to no type of the program whose name is not among them.</summary>
    public string[] Mentioned { get; }

    /// <summary>True when other files see it without naming it: global usings, attributes of the assembly.</summary>
    public bool ConcernsAll { get; }

    /// <summary>True when a type or namespace gets another name, so that an attribute may be written otherwise than it is called.</summary>
    public bool HasAlias { get; }

    /// <summary>The declarations of <paramref name="tree"/>.</summary>
    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known;
        }

        var declarations = new FileDeclarations(tree, cancellationToken);
        return Known.GetValue(tree, _ => declarations);
    }

    /// <summary>The declarations of all <paramref name="trees"/>, read on all processors where many are not known yet.</summary>
    public static FileDeclarations[] Of(SyntaxTree[] trees, bool mayBeConcurrent, CancellationToken cancellationToken)
    {
        var declarations = new FileDeclarations[trees.Length];
        if (mayBeConcurrent && trees.Count(static tree => !Known.TryGetValue(tree, out _)) > Few)
        {
            Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => declarations[i] = Of(trees[i], cancellationToken));
        }
        else
        {
            for (var i = 0; i < trees.Length; i++)
            {
                declarations[i] = Of(trees[i], cancellationToken);
            }
        }

        return declarations;
    }

    private static bool HasAttributes(TypeDeclarationSyntax type) =>
        type.AttributeLists.Count > 0 || type.Members.Any(static member => member.AttributeLists.Count > 0);

    /// <summary>True for what can be left out. A directive within, such as <c>#nullable</c>, holds for what stands behind it too.</summary>
    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax && node.Parent is MethodDeclarationSyntax && !node.ContainsDirectives;
}
