using System.Text;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what reads an object from a map of names and values, in whatever order they come. Names that nobody knows are skipped, a name that comes
/// twice is refused, and members that do not come are treated as those behind the end of a short array.
/// </summary>
internal sealed class NamedReadEmitter(EmitContext context, ObjectModel layout, string? existing)
{
    /// <summary>Prints the statements; the last one returns the object.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The name of the local for the object.</param>
    /// <param name="beforeReturn">A statement to be printed once everything has been read, or null.</param>
    /// <param name="existing">The variable with an object to read over, or null.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance, string? beforeReturn, string? existing)
    {
        new NamedReadEmitter(context, layout, existing).EmitMembers();
        ConstructionEmitter.Emit(context, layout, instance, beforeReturn, existing, isEveryMemberThere: false);
    }

    private void EmitMembers()
    {
        var writer = context.Writer;
        if (layout.Members.Any(static member => member.Absence is Absence.Fails or Absence.KeepsUnlessNull))
        {
            ConstructionEmitter.EmitStart(context);
        }

        foreach (var member in layout.Members)
        {
            writer.Line($"bool {member.Presence} = false;");
            writer.Line($"{Declaration(member)};");
        }

        using (writer.Block("for (int pairs = reader.ReadMapHeader(); pairs > 0; pairs--)"))
        {
            EmitSwitch();
        }

        foreach (var member in layout.Members)
        {
            EmitAbsence(member);
        }
    }

    private void EmitSwitch()
    {
        var writer = context.Writer;
        if (layout.Members.Count == 0)
        {
            writer.Line("""
                reader.ReadName();
                reader.Skip();
                """);
            return;
        }

        writer.Line("var name = reader.ReadName();");
        using (writer.Block("switch (name.Length)"))
        {
            foreach (var member in layout.Members)
            {
                var length = Encoding.UTF8.GetByteCount(member.KeyName!);
                writer.Line($"case {Identifiers.Literal(length)} when name.Is({Identifiers.Literal(member.KeyName!)}u8):");
                using (writer.Indent())
                {
                    writer.Line($"reader.NoteMember(ref {member.Presence});");
                    EmitRead(member);
                    writer.Line("break;");
                }
            }

            writer.Line("""
                default:
                    reader.Skip(); // of a newer writer
                    break;
                """);
        }
    }

    private void EmitRead(MemberModel member)
    {
        var writer = context.Writer;
        var hint = AnyFormEmitter.Hint(context, layout, member, existing);
        var read = context.Read(member.Value, hint);
        if (member.Value.Type.IsNullable)
        {
            writer.Line($"{member.Local} = {context.ReadElement(member.Value, hint)};");
        }
        else if (member.Absence == Absence.Fails)
        {
            writer.Line($"{member.Local} = reader.TryReadValue() ? {read} : throw {ConstructionEmitter.Missing(member)};");
        }
        else
        {
            using (writer.Block("if (reader.TryReadValue())"))
            {
                writer.Line($"{member.Local} = {read};");
            }

            writer.Line();
        }
    }

    /// <summary>The local with what it holds while the member has not come.</summary>
    private static string Declaration(MemberModel member)
    {
        var type = member.Value.Type;
        return member.Absence switch
        {
            Absence.Fails => $"{type.Declared} {member.Local} = {(type.IsNullable ? "null" : type.IsValueType ? "default" : "null!")}",
            Absence.Default when type.IsNullable || type.IsValueType => $"{type.Declared} {member.Local} = {member.Default}",
            _ => $"{type.Nullable} {member.Local} = null",
        };
    }

    private void EmitAbsence(MemberModel member)
    {
        var writer = context.Writer;
        if (member.Absence == Absence.Fails)
        {
            using (writer.Block($"if (!{member.Presence})"))
            {
                writer.Line($"throw {ConstructionEmitter.Missing(member)};");
            }
        }
        else if (member.Absence == Absence.Default && member.Value.Type is { IsNullable: false, IsValueType: false })
        {
            // Made only when it is needed, as it may be a collection.
            writer.Line($"{member.Local} ??= {member.Default};");
        }
    }
}
