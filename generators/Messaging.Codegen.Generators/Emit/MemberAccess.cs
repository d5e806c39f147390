using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>How emitted code reaches members and constructors: by their names, or by accessors.</summary>
internal static class MemberAccess
{
    /// <summary>The expression for a member's value.</summary>
    public static string Get(EmitContext context, MemberModel member, string instance) => member.Getter is { } getter
        ? $"{Name(context, getter)}({Target(getter, instance)})"
        : instance + "." + Identifiers.Escape(member.Name);

    /// <summary>The statement that sets a member of an object which is there.</summary>
    public static string Set(EmitContext context, MemberModel member, string instance, string value) => Set(context, member, member.Accessor, instance, value);

    /// <summary>The statement that sets a member of an object which somebody else has made.</summary>
    public static string Overwrite(EmitContext context, MemberModel member, string instance, string value) => Set(context, member, member.Overwrite, instance, value);

    /// <summary>The expression for a member's value in an object that may be null.</summary>
    public static string GetOrNull(EmitContext context, MemberModel member, string instance) => member.Getter is null
        ? $"{instance}?.{Identifiers.Escape(member.Name)}"
        : $"({instance} is null ? default{(member.Value.Type.IsValueType ? $"({member.Value.Type.Nullable})" : "")} : {Get(context, member, instance)})";

    private static string Set(EmitContext context, MemberModel member, AccessorModel? accessor, string instance, string value) => accessor switch
    {
        null => $"{instance}.{Identifiers.Escape(member.Name)} = {value};",
        { Kind: AccessorKind.Field } field => $"{Name(context, field)}({Target(field, instance)}) = {value};",
        { } setter => $"{Name(context, setter)}({Target(setter, instance)}, {value});",
    };

    /// <summary>What makes the object, without its arguments.</summary>
    public static string Construct(EmitContext context, ObjectModel layout) =>
        layout.Constructor is { } constructor ? Name(context, constructor) : "new " + layout.Type.Name;

    /// <summary>Every accessor that a layout needs.</summary>
    public static IEnumerable<AccessorModel> AccessorsOf(ObjectModel layout) =>
        layout.Members.SelectMany(static member => new[] { member.Getter, member.Accessor, member.Overwrite }).Append(layout.Constructor).OfType<AccessorModel>();

    private static string Target(AccessorModel accessor, string instance) => (accessor.IsStruct ? "ref " : "") + instance;

    private static string Name(EmitContext context, AccessorModel accessor) =>
        accessor.Generic is { } generic ? $"{generic.Class}{generic.Arguments}.{accessor.Method}" : context.PartsPrefix + accessor.Method;
}
