using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what writes the members of an object. Neighbours whose size has a bound share one check of the room; the values of strings are kept in
/// locals, because the bound must be that of the very string which is written.
/// </summary>
internal sealed class ObjectWriteEmitter(EmitContext context, ObjectModel layout, string instance)
{
    private readonly List<MemberModel?> _run = [];
    private bool _headerPending = true;
    private bool _hasCursor;
    private int _next;

    /// <summary>Prints the statements.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The variable that holds the object.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance)
    {
        if (layout.IsMap)
        {
            NamedWriteEmitter.Emit(context, layout, instance);
        }
        else
        {
            new ObjectWriteEmitter(context, layout, instance).Emit();
        }
    }

    private void Emit()
    {
        foreach (var member in layout.Members)
        {
            while (_next < member.Key)
            {
                Add(null);
            }

            if (member.Value.IsBounded)
            {
                Add(member);
                continue;
            }

            Flush();
            context.Write(member.Value, Access(member), member.Local, Comment(member.Key));
            _next++;
        }

        Flush();
    }

    private void Add(MemberModel? member)
    {
        _run.Add(member);
        _next++;
    }

    /// <summary>Prints the run that has been collected; its last member is the one before <see cref="_next"/>.</summary>
    private void Flush()
    {
        var writer = context.Writer;
        var first = _next - _run.Count;
        if (_run.Count == 0 && _headerPending)
        {
            writer.Line($"writer.WriteArrayHeader({Identifiers.Literal(layout.Count)});");
        }
        else if (_run.Count == 1 && !_headerPending)
        {
            WriteSingle(_run[0], first);
        }
        else if (_run.Count > 0)
        {
            WriteRun(first);
        }

        _headerPending = false;
        _run.Clear();
    }

    private void WriteSingle(MemberModel? member, int key)
    {
        if (member is null)
        {
            context.Writer.Line($"writer.WriteNil();{UnusedComment(key)}");
        }
        else
        {
            context.Write(member.Value, Access(member), member.Local, Comment(key));
        }
    }

    private void WriteRun(int first)
    {
        var writer = context.Writer;
        foreach (var member in _run)
        {
            if (member is { Value.Scalar: ScalarKind.String })
            {
                writer.Line($"{member.Value.Type.Declared} {member.Local} = {Access(member)};");
            }
        }

        writer.Line($"{(_hasCursor ? "" : "ref byte ")}p = ref writer.Reserve({Room()});");
        _hasCursor = true;
        if (_headerPending)
        {
            writer.Line($"p = ref {context.Names.Put}.{HeaderMethod}(ref p, {Identifiers.Literal(layout.Count)});");
        }

        for (var i = 0; i < _run.Count; i++)
        {
            writer.Line(_run[i] is not { } member
                ? $"p = ref {context.Names.Put}.Nil(ref p);{UnusedComment(first + i)}"
                : $"p = ref {context.Names.Put}.{member.Value.Scalar}(ref p, {Value(member)});{Comment(first + i)}");
        }

        writer.Line("writer.Commit(ref p);");
    }

    private string HeaderMethod => layout.Count <= 15 ? "FixArrayHeader" : "ArrayHeader";

    /// <summary>The sum of the bounds: <c>Put.FixArrayHeaderBytes + (2 * Put.Int32Bytes) + Put.MaxBytes(region)</c>.</summary>
    private string Room()
    {
        var put = context.Names.Put;
        var terms = new List<string>();
        if (_headerPending)
        {
            terms.Add(layout.Count <= 15 ? $"{put}.FixArrayHeaderBytes" : $"{put}.HeaderBytes");
        }

        terms.AddRange(Bounds(put, _run));
        return string.Join(" + ", terms);
    }

    /// <summary>The bounds of values, those of equal kinds together, strings last; null stands for nil.</summary>
    /// <param name="put">How the file spells <c>Put</c>.</param>
    /// <param name="run">The members.</param>
    public static IEnumerable<string> Bounds(string put, IEnumerable<MemberModel?> run) =>
        run.Where(static member => member is not { Value.Scalar: ScalarKind.String })
            .GroupBy(static member => member is null ? "Nil" : member.Value.Scalar.ToString())
            .Select(group => group.Count() == 1 ? $"{put}.{group.Key}Bytes" : $"({Identifiers.Literal(group.Count())} * {put}.{group.Key}Bytes)")
            .Concat(run
                .Where(static member => member is { Value.Scalar: ScalarKind.String })
                .Select(member => $"{put}.MaxBytes({member!.Local})"));

    private string Value(MemberModel member) =>
        member.Value.Scalar == ScalarKind.String ? member.Local : EmitContext.Number(member.Value, Access(member));

    private string Access(MemberModel member) => MemberAccess.Get(context, member, instance);

    private static string Comment(int key) => " // " + Identifiers.Literal(key);

    private static string UnusedComment(int key) => Comment(key) + " is not used";
}
