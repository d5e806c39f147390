using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what reads an object. The form that a writer of the same contract produces is read straight through, its position in a local; every other
/// form goes to a local function (<see cref="AnyFormEmitter"/>) before anything has been read.
/// </summary>
internal sealed class ObjectReadEmitter(EmitContext context, ObjectModel layout, string instance, string? beforeReturn)
{
    private const string AnyForm = "ReadAnyForm";

    /// <summary>True while the local holds the position, false while the reader does.</summary>
    private bool _isLocal = true;

    /// <summary>Prints the statements; the last one returns the object.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The name of the local for the object.</param>
    /// <param name="beforeReturn">A statement to be printed once everything has been read, or null.</param>
    /// <param name="existing">The variable with an object to read over, or null.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance, string? beforeReturn = null, string? existing = null)
    {
        if (layout.IsMap)
        {
            NamedReadEmitter.Emit(context, layout, instance, beforeReturn, existing);
        }
        else if (layout.Members.Count == 0 || existing is not null)
        {
            AnyFormEmitter.Emit(context, layout, instance, beforeReturn, existing);
        }
        else
        {
            new ObjectReadEmitter(context, layout, instance, beforeReturn).Emit();
        }
    }

    private void Emit()
    {
        var writer = context.Writer;
        var count = Identifiers.Literal(layout.Count);
        if (layout.Members.Any(static member => member.Absence == Absence.KeepsUnlessNull))
        {
            ConstructionEmitter.EmitStart(context);
        }

        using (writer.Block($"if (!reader.StartsArray({count}))"))
        {
            writer.Line($"return {AnyForm}(ref reader);");
        }

        writer.Line($"ref byte p = ref reader.Begin({count});");
        var next = 0;
        foreach (var member in layout.Members)
        {
            SkipUnused(ref next, member.Key);
            ReadMember(member);
            next = member.Key + 1;
        }

        HandOver();
        ConstructionEmitter.Emit(context, layout, instance, beforeReturn, existing: null, isEveryMemberThere: true);
        writer.Line();
        using (writer.Block($"static {layout.Type.Name} {AnyForm}(ref {context.Names.PackReader} reader)"))
        {
            AnyFormEmitter.Emit(context, layout, instance, beforeReturn, existing: null);
        }
    }

    private void SkipUnused(ref int next, int key)
    {
        if (next == key)
        {
            return;
        }

        var unused = next + 1 == key ? Identifiers.Literal(next) + " is" : $"{Identifiers.Literal(next)} to {Identifiers.Literal(key - 1)} are";
        TakeOver();
        context.Writer.Line($"p = ref {context.Names.Get}.Skip(ref p, ref reader, {Identifiers.Literal(key - next)}); // {unused} not used");
        next = key;
    }

    private void ReadMember(MemberModel member)
    {
        var value = member.Value;
        var type = value.Type;
        var keeps = member.Absence is Absence.Keeps or Absence.KeepsUnlessNull;
        var isEnum = value.Kind is ValueKind.Enum or ValueKind.OpenEnum;
        if (!value.IsBounded || (isEnum && (keeps || type.IsNullable)))
        {
            ReadByReader(member);
            return;
        }

        var method = isEnum ? context.PartsPrefix + "Get" + value.Shape : $"{context.Names.Get}.{value.Scalar}";
        TakeOver();
        Line($"p = ref {method}(ref p, ref reader, out {(keeps || !type.IsValueType ? type.Nullable : type.Declared)} {member.Local});", member);
        if (!type.IsNullable && !keeps)
        {
            ReplaceAbsent(member);
        }
    }

    private void ReplaceAbsent(MemberModel member)
    {
        var writer = context.Writer;
        var isReference = !member.Value.Type.IsValueType;
        if (member.Absence == Absence.Fails)
        {
            writer.Line(isReference
                ? $"_ = {member.Local} ?? throw reader.MissingMember(ref p, {Place(member)});"
                : $"reader.Require(ref p, {Place(member)});");
        }
        else if (isReference)
        {
            writer.Line($"{member.Local} ??= {member.Default};");
        }
        else if (!IsZero(member))
        {
            writer.Line($"{member.Local} = reader.WasNil(ref p) ? {member.Default} : {member.Local};");
        }
    }

    private static string Place(MemberModel member) => $"{Identifiers.Literal(member.Key)}, {Identifiers.Literal(member.Name)}";

    /// <summary>An absent value has been made the type's default already.</summary>
    private static bool IsZero(MemberModel member) => member.Default is "default" or "false" or "0";

    /// <summary>Reads what has methods of its own, which take the position from the reader and leave it there.</summary>
    private void ReadByReader(MemberModel member)
    {
        var type = member.Value.Type;
        var keeps = member.Absence is Absence.Keeps or Absence.KeepsUnlessNull;
        var otherwise = type.IsNullable || keeps ? EmitContext.None(member.Value)
            : member.Absence == Absence.Fails ? $"throw reader.MissingMember({Place(member)})"
            : member.Default;
        HandOver();
        var declaration = $"{(keeps ? type.Nullable : type.Declared)} {member.Local} = reader.TryReadValue()";
        var read = context.Read(member.Value);
        Line(
            declaration.Length + read.Length + otherwise.Length < AnyFormEmitter.MaxLine
                ? $"{declaration} ? {read} : {otherwise};"
                : $"{declaration}\n    ? {read}\n    : {otherwise};",
            member);
    }

    private void TakeOver()
    {
        if (!_isLocal)
        {
            context.Writer.Line("p = ref reader.Position;");
            _isLocal = true;
        }
    }

    private void HandOver()
    {
        if (_isLocal)
        {
            context.Writer.Line("reader.Commit(ref p);");
            _isLocal = false;
        }
    }

    private void Line(string statement, MemberModel member) => context.Writer.Line($"{statement} // {Identifiers.Literal(member.Key)}");
}
