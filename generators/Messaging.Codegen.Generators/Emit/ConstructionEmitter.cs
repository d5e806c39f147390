using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints what makes an object of the locals that its members have been read into.</summary>
internal sealed class ConstructionEmitter(
    EmitContext context,
    ObjectModel layout,
    string instance,
    string? beforeReturn,
    string? existing,
    bool isEveryMemberThere)
{
    /// <summary>Prints the statements; the last one returns the object.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The name of the local for the object.</param>
    /// <param name="beforeReturn">A statement to be printed before the object is returned, or null.</param>
    /// <param name="existing">The variable with an object to read over, or null.</param>
    /// <param name="isEveryMemberThere">True when the message is known to have every member, if only as nil.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing, bool isEveryMemberThere) =>
        new ConstructionEmitter(context, layout, instance, beforeReturn, existing, isEveryMemberThere).Emit();

    /// <summary>The exception for a member that must be there; a local <c>start</c> holds where the object begins.</summary>
    public static string Missing(MemberModel member) =>
        $"reader.MissingMember({(member.KeyName is { } key ? Identifiers.Literal(key) : Identifiers.Literal(member.Key))}, {Identifiers.Literal(member.Name)}, start)";

    /// <summary>Prints the local that <see cref="Missing"/> needs.</summary>
    public static void EmitStart(EmitContext context) => context.Writer.Line("int start = reader.Offset;");

    private void Emit()
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
        if (isEveryMemberThere && type.IsNullable)
        {
            writer.Line(MemberAccess.Set(context, member, instance, member.Local));
            return;
        }

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
