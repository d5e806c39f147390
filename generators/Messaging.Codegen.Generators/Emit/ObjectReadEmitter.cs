using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what reads the members of an object into locals and makes the object of them. A short array leaves members at their defaults, elements of
/// a newer writer are skipped.
/// </summary>
internal sealed class ObjectReadEmitter(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing)
{
    /// <summary>Longer statements are broken in three.</summary>
    private const int MaxLine = 130;

    /// <summary>Prints the statements; the last one returns the object.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The name of the local for the object.</param>
    /// <param name="beforeReturn">A statement to be printed once everything has been read, or null.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance, string? beforeReturn = null, string? existing = null)
    {
        if (layout.IsMap)
        {
            NamedReadEmitter.Emit(context, layout, instance, beforeReturn, existing);
        }
        else
        {
            new ObjectReadEmitter(context, layout, instance, beforeReturn, existing).Emit();
        }
    }

    /// <summary>Prints what makes the object once its members are in their locals, and returns it.</summary>
    public static void EmitConstruction(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing) =>
        new ObjectReadEmitter(context, layout, instance, beforeReturn, existing).Construct();

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

    /// <summary>The exception for a member that must be there.</summary>
    public static string Missing(MemberModel member) => member.KeyName is { } key
        ? $"reader.MissingMember({Identifiers.Literal(key)}, {Identifiers.Literal(member.Name)}, start)"
        : $"reader.MissingMember({Identifiers.Literal(member.Key)}, {Identifiers.Literal(member.Name)})";

    private void Emit()
    {
        var writer = context.Writer;
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
        Construct();
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
                    ? $"throw {Missing(member)}"
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

    private void Construct()
    {
        var writer = context.Writer;
        if (existing is not null && layout.IsOverwritable)
        {
            EmitOverwriting();
        }

        var assigned = layout.Members.Where(static member => member.Assignment is Assignment.Statement or Assignment.Accessor).ToList();
        var isReturned = assigned.Count == 0 && beforeReturn is null;
        var arguments = string.Join(", ", layout.Arguments.Select(argument => layout.Members.First(member => member.Key == argument.Key).Local + argument.Suffix));
        var initialized = layout.Members.Where(static member => member.Assignment == Assignment.Initializer).ToList();
        var start = (isReturned ? "return " : $"var {instance} = ") + MemberAccess.Construct(context, layout);
        if (initialized.Count == 0)
        {
            writer.Line($"{start}({arguments});");
        }
        else
        {
            using (writer.Block(arguments.Length == 0 ? start : $"{start}({arguments})", ";"))
            {
                foreach (var member in initialized)
                {
                    writer.Line($"{Identifiers.Escape(member.Name)} = {member.Local},");
                }
            }
        }

        foreach (var member in assigned)
        {
            Assign(member);
        }

        if (!isReturned)
        {
            if (beforeReturn is not null)
            {
                writer.Line(beforeReturn);
            }

            writer.Line($"return {instance};");
        }
    }

    /// <summary>Only a new object knows the defaults that its initializers make, so all members with such defaults must be there.</summary>
    private void EmitOverwriting()
    {
        var writer = context.Writer;
        var present = layout.Members
            .Where(static member => member.Absence is Absence.Keeps or Absence.KeepsUnlessNull)
            .Select(static member => " && " + (member.Value.Type.IsNullable ? member.Presence : member.Local + " is not null"));
        using (writer.Block($"if ({existing} is not null && {existing}.GetType() == typeof({layout.Type.Name}){string.Concat(present)})"))
        {
            foreach (var member in layout.Members)
            {
                var isWrapped = member.Absence is Absence.Keeps or Absence.KeepsUnlessNull && member.Value.Type is { IsValueType: true, IsNullable: false };
                writer.Line(MemberAccess.Overwrite(context, member, existing!, isWrapped ? member.Local + ".GetValueOrDefault()" : member.Local));
            }

            if (beforeReturn is not null)
            {
                writer.Line(beforeReturn);
            }

            writer.Line($"return {existing};");
        }
    }

    private void Assign(MemberModel member)
    {
        var writer = context.Writer;
        if (member.Absence is Absence.Fails or Absence.Default)
        {
            writer.Line(MemberAccess.Set(context, member, instance, member.Local));
            return;
        }

        var type = member.Value.Type;
        var condition = type.IsNullable ? member.Presence : type.IsValueType ? member.Local + ".HasValue" : member.Local + " is not null";
        var value = !type.IsNullable && type.IsValueType ? member.Local + ".GetValueOrDefault()" : member.Local;
        using (writer.Block($"if ({condition})"))
        {
            writer.Line(MemberAccess.Set(context, member, instance, value));
        }

        if (member.Absence == Absence.KeepsUnlessNull)
        {
            using (writer.Block($"else if ({MemberAccess.Get(context, member, instance)} is null)"))
            {
                writer.Line($"throw {Missing(member)};");
            }
        }
    }
}
