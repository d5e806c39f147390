using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>Where a type can carry an attribute, for <see cref="AnnotatedTypes{T}"/>.</summary>
internal static class AttributeLists
{
    /// <summary>On itself.</summary>
    public static IEnumerable<AttributeListSyntax> OfType(TypeDeclarationSyntax type) => type.AttributeLists;

    /// <summary>On its methods.</summary>
    public static IEnumerable<AttributeListSyntax> OfMethods(TypeDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>().SelectMany(static method => method.AttributeLists);
}
