using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the write and the read method of each type beside the contract.</summary>
internal static class ShapeEmitter
{
    public static void Emit(EmitContext context, ShapeModel shape)
    {
        switch (shape)
        {
            case PartShape part:
                EmitPart(context, part);
                break;
            case ContractShape contract:
                EmitContract(context, contract);
                break;
            case UnionShape union:
                UnionEmitter.Emit(context, union);
                break;
            case EnumShape @enum:
                EnumEmitter.Emit(context, @enum);
                break;
            case SequenceShape sequence:
                SequenceEmitter.EmitWrite(context, sequence);
                SequenceEmitter.EmitRead(context, sequence);
                break;
            case MapShape map:
                MapEmitter.EmitWrite(context, map);
                MapEmitter.EmitRead(context, map);
                break;
            case TupleShape tuple:
                TupleEmitter.Emit(context, tuple);
                break;
            case GridShape grid:
                GridEmitter.Emit(context, grid);
                break;
            case ConverterShape converter:
                ConverterEmitter.Emit(context, converter);
                break;
        }
    }

    /// <summary>Opens the write method.</summary>
    public static IDisposable OpenWrite(EmitContext context, ShapeModel shape, string parameter)
    {
        context.Writer.Line();
        return context.Writer.Block(
            $"internal static void Write{shape.Name}(ref {context.Names.PackWriter} writer, {(shape.Type.IsValueType ? shape.Type.Name : shape.Type.Nullable)} {parameter})");
    }

    /// <summary>Opens the read method.</summary>
    public static IDisposable OpenRead(EmitContext context, ShapeModel shape)
    {
        context.Writer.Line();
        return context.Writer.Block($"internal static {shape.Type.Name} Read{shape.Name}(ref {context.Names.PackReader} reader)");
    }

    /// <summary>Prints what writes nil for null; value types cannot be null.</summary>
    public static void WriteNilForNull(EmitContext context, ShapeModel shape, string parameter)
    {
        if (!shape.Type.IsValueType)
        {
            WriteNilIf(context, parameter + " is null");
        }
    }

    public static void WriteNilIf(EmitContext context, string condition)
    {
        using (context.Writer.Block($"if ({condition})"))
        {
            context.Writer.Line("writer.WriteNil();");
            context.Writer.Line("return;");
        }
    }

    private static void EmitPart(EmitContext context, PartShape part)
    {
        using (OpenWrite(context, part, "value"))
        {
            WriteNilForNull(context, part, "value");
            if (part.IsRecursive)
            {
                context.Writer.Line("writer.Enter();");
            }

            ObjectWriteEmitter.Emit(context, part.Object, "value");
            if (part.IsRecursive)
            {
                context.Writer.Line("writer.Leave();");
            }
        }

        using (OpenRead(context, part))
        {
            if (part.IsRecursive)
            {
                context.Writer.Line("reader.Enter();");
            }

            ObjectReadEmitter.Emit(context, part.Object, "value", part.IsRecursive ? "reader.Leave();" : null);
        }
    }

    /// <summary>Contracts that call each other may nest without limit, so the depth is always guarded.</summary>
    private static void EmitContract(EmitContext context, ContractShape contract)
    {
        using (OpenWrite(context, contract, "message"))
        {
            WriteNilForNull(context, contract, "message");
            context.Writer.Line("""
                writer.Enter();
                WriteMessage(ref writer, message);
                writer.Leave();
                """);
        }

        using (OpenRead(context, contract))
        {
            context.Writer.Line($"""
                reader.Enter();
                {contract.Type.Name} message = ReadMessage<{contract.Type.Name}>(ref reader);
                reader.Leave();
                return message;
                """);
        }
    }
}
