using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints what writes the members of an object. Neighbours whose size has a bound are written as a run.</summary>
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
        var items = _run.Select((member, i) => member is null
            ? new RunItem { Comment = UnusedComment(first + i) }
            : new RunItem { Value = member.Value, Expression = Access(member), Local = member.Local, Comment = Comment(first + i) });
        RunEmitter.Emit(context, [.. items], _headerPending ? RunHeader.OfArray(layout.Count) : null, isCursorDeclared: _hasCursor);
        _hasCursor = true;
    }

    private string Access(MemberModel member) => MemberAccess.Get(context, member, instance);

    private static string Comment(int key) => " // " + Identifiers.Literal(key);

    private static string UnusedComment(int key) => Comment(key) + " is not used";
}
