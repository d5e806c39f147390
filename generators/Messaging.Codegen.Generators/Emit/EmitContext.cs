using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>One file of a contract while it is printed.</summary>
/// <param name="writer">The file.</param>
/// <param name="names">How it spells the runtime.</param>
/// <param name="parts">The name of the class with the methods of the shapes.</param>
internal sealed class EmitContext(CodeWriter writer, RuntimeNames names, string parts)
{
    public CodeWriter Writer { get; } = writer;

    public RuntimeNames Names { get; } = names;

    /// <summary>The class with the methods of the shapes.</summary>
    public string Parts { get; } = parts;

    /// <summary>What stands before the methods of the shapes: nothing inside of their class.</summary>
    public string PartsPrefix { get; private init; } = parts + ".";

    /// <summary>The same file, for code inside of the class with the methods of the shapes.</summary>
    public EmitContext InsideParts() => new(Writer, Names, Parts) { PartsPrefix = "", Reused = Reused };

    /// <summary>The names of the shapes that are read over existing values; empty unless the contract is.</summary>
    public IReadOnlyCollection<string> Reused { get; init; } = [];

    /// <summary>The call that reads a value which is not nil.</summary>
    public string Read(ValueModel value) => value.Kind switch
    {
        ValueKind.Scalar or ValueKind.Direct => $"reader.Read{value.Scalar}()",
        ValueKind.OpenEnum => $"({value.Type.Name})reader.Read{value.Scalar}()",
        ValueKind.Binary => "reader.ReadBinary()",
        ValueKind.Memory or ValueKind.Segments => $"new {value.Type.Name}(reader.ReadBinary())",
        ValueKind.NumberArray => $"reader.Read{value.Scalar}Array()",
        ValueKind.NumberList => $"reader.Read{value.Scalar}List()",
        ValueKind.ByteList => "reader.ReadByteList()",
        _ => $"{PartsPrefix}Read{value.Shape}(ref reader)",
    };

    /// <summary>The call that reads a value which is not nil over an existing one.</summary>
    /// <param name="value">How it travels.</param>
    /// <param name="existing">The existing value, or null when there is none. It may be null where the type is a reference.</param>
    public string Read(ValueModel value, string? existing) => existing is null ? Read(value) : value.Kind switch
    {
        ValueKind.Scalar when value.Scalar == ScalarKind.String => $"reader.ReadString({existing})",
        ValueKind.Binary => $"reader.ReadBinary({existing})",
        ValueKind.NumberArray => $"reader.ReadNumberArray({existing})",
        ValueKind.NumberList => $"reader.ReadNumberList({existing})",
        ValueKind.Shape when Reused.Contains(value.Shape) => $"{PartsPrefix}Reuse{value.Shape}(ref reader, {existing})",
        _ => Read(value),
    };

    /// <summary>The expression that reads an element: nil where it may be null or is how the default is written.</summary>
    public string ReadElement(ValueModel value, string? existing = null) =>
        value.Type.IsNullable ? $"reader.TryReadValue() ? {Read(value, existing)} : {None(value)}"
        : value.IsNilByDefault ? $"reader.TryReadValue() ? {Read(value, existing)} : default"
        : Read(value, existing);

    /// <summary>Null beside what <see cref="Read"/> gives. Arrays convert to memory, and so would the literal: to memory of nothing.</summary>
    public static string None(ValueModel value) => value.IsArrayLike ? $"default({value.Type.Nullable})" : "null";

    /// <summary>An enum as its number, everything else as it is.</summary>
    public static string Number(ValueModel value, string expression) =>
        value.Kind is ValueKind.Enum or ValueKind.OpenEnum ? $"({Scalars.Keyword(value.Scalar)}{(value.Type.IsNullable ? "?" : "")}){expression}" : expression;

    /// <summary>Prints what writes one value by itself, outside of a run of members.</summary>
    /// <param name="value">How it travels.</param>
    /// <param name="expression">The value; evaluated once.</param>
    /// <param name="local">A free name, in case that one is needed.</param>
    /// <param name="comment">What stands behind the statement.</param>
    public void Write(ValueModel value, string expression, string local, string comment = "")
    {
        switch (value.Kind)
        {
            case ValueKind.Binary:
            case ValueKind.Segments when !value.Type.IsNullable:
                Writer.Line($"writer.WriteBinary({expression});{comment}");
                break;
            case ValueKind.ByteList:
                Writer.Line($"writer.WriteByteList({expression});{comment}");
                break;
            case ValueKind.Memory or ValueKind.Segments or ValueKind.Direct or ValueKind.Shape when value.Type is { IsNullable: true, IsValueType: true }:
                WriteNullable(value, expression, local, comment);
                break;
            case ValueKind.Memory:
                Writer.Line($"writer.WriteBinary({expression}.Span);{comment}");
                break;
            case ValueKind.Shape:
                Writer.Line($"{PartsPrefix}Write{value.Shape}(ref writer, {expression});{comment}");
                break;
            default:
                Writer.Line($"writer.Write({Number(value, expression)});{comment}");
                break;
        }
    }

    private void WriteNullable(ValueModel value, string expression, string local, string comment)
    {
        using (Writer.Block($"if ({expression} is {{ }} {local}){comment}"))
        {
            Write(value with { Type = value.Type.AsNonNullable() }, local, local);
        }

        using (Writer.Block("else"))
        {
            Writer.Line("writer.WriteNil();");
        }
    }
}
