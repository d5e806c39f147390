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
        var writer = context.Writer;
        var put = context.Names.Put;
        foreach (var member in _run.Where(static member => member.Value.Scalar == ScalarKind.String && member.Value.IsBounded))
        {
            writer.Line($"{member.Value.Type.Declared} {member.Local} = {Access(member)};");
        }

        writer.Line($"{(_hasCursor ? "" : "ref byte ")}p = ref writer.Reserve({Room()});");
        if (_headerPending)
        {
            writer.Line($"p = ref {put}.MapHeader(ref p, {Identifiers.Literal(layout.Members.Count)});");
        }

        foreach (var member in _run)
        {
            writer.Line($"p = ref {put}.Name(ref p, {Identifiers.Literal(member.KeyName!)}u8);");
            if (member.Value.IsBounded)
            {
                var value = member.Value.Scalar == ScalarKind.String ? member.Local : EmitContext.Number(member.Value, Access(member));
                writer.Line($"p = ref {put}.{member.Value.Scalar}(ref p, {value});");
            }
        }

        writer.Line("writer.Commit(ref p);");
        _hasCursor = true;
        _headerPending = false;
        _run.Clear();
    }

    /// <summary>The sum of the bounds; the names are a number: <c>Put.HeaderBytes + 23 + Put.Int32Bytes + Put.MaxBytes(region)</c>.</summary>
    private string Room()
    {
        var terms = new List<string> { Identifiers.Literal(_run.Sum(static member => NameBytes(member.KeyName!))) };
        if (_headerPending)
        {
            terms.Insert(0, context.Names.Put + ".HeaderBytes");
        }

        terms.AddRange(ObjectWriteEmitter.Bounds(context.Names.Put, _run.Where(static member => member.Value.IsBounded)));
        return string.Join(" + ", terms);
    }

    /// <summary>A name's size with its header.</summary>
    public static int NameBytes(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        return length + (length <= 31 ? 1 : length <= 255 ? 2 : 3);
    }

    private string Access(MemberModel member) => MemberAccess.Get(context, member, instance);
}
