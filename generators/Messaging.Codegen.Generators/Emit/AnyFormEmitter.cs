using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what reads an object from an array of any length: a short one leaves members at their defaults, elements of a newer writer are skipped.
/// </summary>
internal sealed class AnyFormEmitter(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing)
{
    /// <summary>Longer statements are broken in three.</summary>
    public const int MaxLine = 130;

    /// <summary>Prints the statements; the last one returns the object.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The name of the local for the object.</param>
    /// <param name="beforeReturn">A statement to be printed once everything has been read, or null.</param>
    /// <param name="existing">The variable with an object to read over, or null.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing) =>
        new AnyFormEmitter(context, layout, instance, beforeReturn, existing).Emit();

    /// <summary>The value of a member in the existing object, to be read over; null when there is no such object.</summary>
    public static string? Hint(EmitContext context, ObjectModel layout, MemberModel member, string? existing)
    {
        if (existing is null)
        {
            return null;
        }

        var isNullable = !layout.Type.IsValueType;
        var value = isNullable ? MemberAccess.GetOrNull(context, member, existing) : MemberAccess.Get(context, member, existing);
        return !member.Value.Type.IsValueType || (!isNullable && !member.Value.Type.IsNullable) ? value : $"({value}).GetValueOrDefault()";
    }

    private void Emit()
    {
        var writer = context.Writer;
        if (layout.Members.Any(static member => member.Absence is Absence.Fails or Absence.KeepsUnlessNull))
        {
            ConstructionEmitter.EmitStart(context);
        }

        writer.Line("int fields = reader.ReadArrayHeader();");
        var key = 0;
        foreach (var member in layout.Members)
        {
            for (; key < member.Key; key++)
            {
                using (writer.Block($"if (fields > {Identifiers.Literal(key)}) // {Identifiers.Literal(key)} is not used"))
                {
                    writer.Line("reader.Skip();");
                }
            }

            ReadMember(member);
            key++;
        }

        SkipRest();
        ConstructionEmitter.Emit(context, layout, instance, beforeReturn, existing, isEveryMemberThere: false);
    }

    private void SkipRest()
    {
        var count = Identifiers.Literal(layout.Count);
        if (layout.Count == 0)
        {
            context.Writer.Line("reader.SkipMembers(fields);");
            return;
        }

        using (context.Writer.Block($"if (fields > {count})"))
        {
            context.Writer.Line($"reader.SkipMembers(fields - {count}); // of a newer writer");
        }
    }

    private void ReadMember(MemberModel member)
    {
        var key = Identifiers.Literal(member.Key);
        var present = $"fields > {key}";
        var type = member.Value.Type;
        var read = context.Read(member.Value, Hint(context, layout, member, existing));
        var none = EmitContext.None(member.Value);
        switch (member.Absence)
        {
            case Absence.Keeps or Absence.KeepsUnlessNull when type.IsNullable:
                context.Writer.Line($"bool {member.Presence} = {present};");
                Declare(member, type.Declared, $"{member.Presence} && reader.TryReadValue()", read, none);
                break;
            case Absence.Keeps or Absence.KeepsUnlessNull:
                Declare(member, type.Nullable, $"{present} && reader.TryReadValue()", read, none);
                break;
            default:
                var otherwise = member.Absence == Absence.Fails
                    ? $"throw {ConstructionEmitter.Missing(member)}"
                    : member.Default;
                if (type.IsNullable && otherwise != "null")
                {
                    Declare(member, type.Declared, present, $"(reader.TryReadValue() ? {read} : {none})", otherwise);
                }
                else
                {
                    Declare(member, type.Declared, $"{present} && reader.TryReadValue()", read, otherwise == "null" ? none : otherwise);
                }

                break;
        }
    }

    private void Declare(MemberModel member, string type, string condition, string value, string otherwise)
    {
        var declaration = $"{type} {member.Local} = {condition}";
        var line = $"{declaration} ? {value} : {otherwise}; // {Identifiers.Literal(member.Key)}";
        context.Writer.Line(line.Length <= MaxLine
            ? line
            : $"{declaration}\n    ? {value}\n    : {otherwise}; // {Identifiers.Literal(member.Key)}");
    }
}
