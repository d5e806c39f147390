using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>
/// Accessors to <c>init</c> setters. The runtime finds the setter of a generic type only through a class with the same type parameters.
/// </summary>
internal static class AccessorParser
{
    public static AccessorModel Parse(KeyedMember member, WireTypes types)
    {
        var setter = member.Setter!;
        var declaring = setter.ContainingType;
        var definition = declaring.OriginalDefinition;
        var property = ((IPropertySymbol)setter.AssociatedSymbol!).OriginalDefinition;
        return new AccessorModel(
            "Set" + member.Name,
            definition.ToTypeRef().Name,
            NullableContext.Normalize(property.Type, types.Context.Compilation).ToTypeRef().Declared,
            setter.MetadataName,
            declaring.IsValueType,
            declaring.IsGenericType ? Generic(declaring, types) : null);
    }

    private static GenericAccessor Generic(INamedTypeSymbol declaring, WireTypes types)
    {
        var parameters = AllParameters(declaring.OriginalDefinition).ToList();
        var arguments = AllArguments(declaring).Select(static argument => argument.ToTypeRef().Declared);
        return new GenericAccessor(
            types.Shapes.AccessorClass(declaring.OriginalDefinition.MetadataName(), declaring.Name + "Setters"),
            "<" + string.Join(", ", parameters.Select(static parameter => Identifiers.Escape(parameter.Name))) + ">",
            "<" + string.Join(", ", arguments) + ">",
            parameters.Select(Constraints).Where(static clause => clause.Length > 0).ToEquatableArray());
    }

    private static IEnumerable<ITypeParameterSymbol> AllParameters(INamedTypeSymbol type) =>
        (type.ContainingType is { } outer ? AllParameters(outer) : []).Concat(type.TypeParameters);

    private static IEnumerable<ITypeSymbol> AllArguments(INamedTypeSymbol type) =>
        (type.ContainingType is { } outer ? AllArguments(outer) : []).Concat(type.TypeArguments);

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => type.ToTypeRef().Declared));
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : "where " + Identifiers.Escape(parameter.Name) + " : " + string.Join(", ", constraints);
    }
}
