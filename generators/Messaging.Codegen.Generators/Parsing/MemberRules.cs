using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>How each member of a type gets its value, and what it gets when a message does not have it.</summary>
internal sealed class MemberRules(INamedTypeSymbol type, ConstructorBinding binding, ISymbol within, ValueSite site, WireTypes types)
{
    private readonly bool _constructorsMayAssign = MayAssign(type, types.Context);

    /// <summary>The member's model; null when <paramref name="value"/> is, or with MSG105 when nothing can set the member.</summary>
    public MemberModel? Parse(KeyedMember member, ValueModel? value, LocalNames names)
    {
        var parameter = binding.ParameterOf(member);
        var isSettable = member.IsSettable(within, type, types.Context.Compilation);
        if (parameter is null && !isSettable && !CanSetByAccessor(member))
        {
            types.Context.Error(
                Rules.KeyMisuse,
                types.Context.Locate(member.Symbol) ?? site.Location,
                member.Symbol.DisplayName(),
                "nothing can set it: add a setter or a constructor parameter of the same name, or [IgnoreMember] instead of the key");
            return null;
        }

        if (parameter is null && member.IsNamedAfterItself && !member.IsPubliclySettable)
        {
            types.Context.Error(
                Rules.KeyMisuse,
                types.Context.Locate(member.Symbol) ?? site.Location,
                member.Symbol.DisplayName(),
                "only what is public travels with keyAsPropertyName: make its setter public, or add [IgnoreMember]");
            return null;
        }

        if (value is null)
        {
            return null;
        }

        var mustInitialize = member.IsRequired && !binding.SetsRequiredMembers;
        var model = new MemberModel
        {
            Key = member.Key,
            KeyName = member.KeyName,
            Name = member.Name,
            Local = names.Of(member.Name),
            Presence = names.Of("Has" + member.Name),
            Value = value,
            Assignment = parameter is null || mustInitialize ? Assignment.Initializer : Assignment.Argument,
            Absence = Absence.Fails,
            Getter = member.IsReadable(within, type, types.Context.Compilation) ? null : AccessorParser.Get(member, types),
        };
        if (model.Assignment == Assignment.Initializer && (!isSettable || !binding.IsReachable))
        {
            model = Later(model, member);
        }

        if (types.IsReused && (isSettable || CanSetByAccessor(member)))
        {
            model = model with { IsOverwritable = true, Overwrite = isSettable && !member.IsInitOnly ? null : AccessorParser.Set(member, types) };
        }

        return member.IsRequired ? model
            : parameter is not null ? WithParameterDefault(model, parameter)
            : WithDeclaredDefault(model, member);
    }

    private static MemberModel WithParameterDefault(MemberModel model, IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue && (parameter.ExplicitDefaultValue is not null || model.Value.Type is { IsValueType: true } or { IsNullable: true })
            ? model with
            {
                Absence = Absence.Default,
                Default = Literals.Of(parameter.ExplicitDefaultValue, parameter.Type),
                DefaultFact = parameter.ExplicitDefaultValue is { } value ? Literals.Fact(value) : null,
            }
            : model.Value.Type.IsNullable ? model with { Absence = Absence.Default, Default = "null" }
            : model;

    private MemberModel WithDeclaredDefault(MemberModel model, KeyedMember member)
    {
        var declared = DeclaredDefault.Of(member, types.Context);
        var isReference = !model.Value.Type.IsValueType && !model.Value.Type.IsNullable;
        if (declared is { IsKnown: true, Expression: { } expression })
        {
            return model with { Absence = Absence.Default, Default = expression, DefaultFact = declared.Fact };
        }

        if (declared.HasInitializer)
        {
            return Keeping(model, member, Absence.Keeps);
        }

        if (!declared.IsKnown || _constructorsMayAssign)
        {
            return Keeping(model, member, isReference ? Absence.KeepsUnlessNull : Absence.Keeps);
        }

        return isReference ? model
            : model with { Absence = Absence.Default, Default = model.Value.Type.IsNullable ? "null" : Literals.Zero(member.Type) };
    }

    private MemberModel Keeping(MemberModel model, KeyedMember member, Absence absence) =>
        Later(model with { Absence = absence }, member);

    /// <summary>Sets the member after the construction.</summary>
    private MemberModel Later(MemberModel model, KeyedMember member) =>
        member.IsInitOnly || !member.IsSettable(within, type, types.Context.Compilation)
            ? model with { Assignment = Assignment.Accessor, Accessor = AccessorParser.Set(member, types) }
            : model with { Assignment = Assignment.Statement };

    private bool CanSetByAccessor(KeyedMember member) =>
        (member.Setter ?? member.Symbol as IFieldSymbol as ISymbol) is { } target
            && target is not IFieldSymbol { IsReadOnly: true }
            && AccessorParser.CanReachInto(target.ContainingType, types.Context);

    /// <summary>True when a member without an initializer may get a value nevertheless, because a constructor with a body runs.</summary>
    private static bool MayAssign(INamedTypeSymbol type, ParseContext context)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            if (context.Locate(current) is null)
            {
                return true;
            }

            foreach (var constructor in current.InstanceConstructors)
            {
                if (constructor.DeclaringSyntaxReferences is [var reference, ..]
                    && reference.GetSyntax(context.CancellationToken) is Microsoft.CodeAnalysis.CSharp.Syntax.ConstructorDeclarationSyntax)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
