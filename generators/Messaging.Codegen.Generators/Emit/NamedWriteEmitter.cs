using System.Text;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints what writes an object as a map of names and values. A name is a constant, so it shares the check of the room with the values beside it.
/// </summary>
internal sealed class NamedWriteEmitter(EmitContext context, ObjectModel layout, string instance)
{
    private readonly List<MemberModel> _run = [];
    private bool _headerPending = true;
    private bool _hasCursor;

    /// <summary>Prints the statements.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layout">The object's layout.</param>
    /// <param name="instance">The variable that holds the object.</param>
    public static void Emit(EmitContext context, ObjectModel layout, string instance) => new NamedWriteEmitter(context, layout, instance).Emit();

    private void Emit()
    {
        if (layout.Members.Count == 0)
        {
            context.Writer.Line("writer.WriteMapHeader(0);");
        }

        foreach (var member in layout.Members)
        {
            _run.Add(member);
            if (!member.Value.IsBounded)
            {
                Flush();
                context.Write(member.Value, Access(member), member.Local);
            }
        }

        if (_run.Count > 0)
        {
            Flush();
        }
    }

    /// <summary>Prints names and values of the run that has been collected; only its last member may have no bound, and then its value is left out.</summary>
    private void Flush()
    {
        var items = _run.Select(member => new RunItem
        {
            Name = member.KeyName,
            Value = member.Value.IsBounded ? member.Value : null,
            Expression = Access(member),
            Local = member.Local,
        });
        RunEmitter.Emit(context, [.. items], _headerPending ? RunHeader.OfMap(layout.Members.Count) : null, isCursorDeclared: _hasCursor);
        _hasCursor = true;
        _headerPending = false;
        _run.Clear();
    }

    /// <summary>A name's size with its header.</summary>
    public static int NameBytes(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        return length + (length <= 31 ? 1 : length <= 255 ? 2 : 3);
    }

    private string Access(MemberModel member) => MemberAccess.Get(context, member, instance);
}
