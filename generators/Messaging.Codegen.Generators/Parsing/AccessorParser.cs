using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>
/// Accessors to <c>init</c> setters and to what is private. A type says by <c>partial</c> that code is emitted which reaches into it; nothing is added to
/// it, though, as contracts of several files may have it as a part. The runtime finds the members of a generic type only through a class with the same
/// type parameters.
/// </summary>
internal static class AccessorParser
{
    /// <summary>True when the private members that <paramref name="type"/> declares can be reached.</summary>
    public static bool CanReachInto(INamedTypeSymbol type, ParseContext context) =>
        context.Locate(type) is not null && ContractRules.IsPartial(type, context.CancellationToken);

    /// <summary>How to set the member.</summary>
    public static AccessorModel Set(KeyedMember member, WireTypes types) =>
        member.Symbol is IFieldSymbol field ? OfField(field, types) : OfProperty(AccessorKind.Setter, "Set", member.Name, member.Setter!, types);

    /// <summary>How to get the member's value.</summary>
    public static AccessorModel Get(KeyedMember member, WireTypes types) =>
        member.Symbol is IFieldSymbol field ? OfField(field, types) : OfProperty(AccessorKind.Getter, "Get", member.Name, member.Getter!, types);

    /// <summary>How to call the constructor.</summary>
    /// <param name="constructor">The constructor.</param>
    /// <param name="name">What its type's methods are named for.</param>
    /// <param name="types">The contract's types.</param>
    public static AccessorModel New(IMethodSymbol constructor, string name, WireTypes types) =>
        Of(AccessorKind.Constructor, "New" + name, "", constructor.ContainingType, string.Join(", ", constructor.OriginalDefinition.Parameters.Select(parameter =>
            (parameter.RefKind == RefKind.In ? "in " : "") + TypeOf(parameter.Type, types) + " " + Identifiers.Escape(parameter.Name))), types);

    private static AccessorModel OfField(IFieldSymbol field, WireTypes types) =>
        Of(AccessorKind.Field, "Field" + field.Name, field.MetadataName, field.ContainingType, TypeOf(field.OriginalDefinition.Type, types), types);

    private static AccessorModel OfProperty(AccessorKind kind, string prefix, string name, IMethodSymbol method, WireTypes types) =>
        Of(kind, prefix + name, method.MetadataName, method.ContainingType, TypeOf(((IPropertySymbol)method.AssociatedSymbol!).OriginalDefinition.Type, types), types);

    private static AccessorModel Of(AccessorKind kind, string method, string target, INamedTypeSymbol declaring, string valueType, WireTypes types) =>
        new(
            kind,
            method,
            declaring.OriginalDefinition.ToTypeRef().Name,
            valueType,
            target,
            declaring.IsValueType,
            declaring.IsGenericType ? Generic(declaring, types) : null);

    private static string TypeOf(ITypeSymbol type, WireTypes types) => NullableContext.Normalize(type, types.Context.Compilation).ToTypeRef().Declared;

    private static GenericAccessor Generic(INamedTypeSymbol declaring, WireTypes types)
    {
        var parameters = AllParameters(declaring.OriginalDefinition).ToList();
        var arguments = AllArguments(declaring).Select(static argument => argument.ToTypeRef().Declared);
        return new GenericAccessor(
            types.Shapes.AccessorClass(declaring.OriginalDefinition.MetadataName(), declaring.Name + "Accessors"),
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
