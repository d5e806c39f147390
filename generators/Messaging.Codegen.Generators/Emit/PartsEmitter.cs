using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the class with the methods of the types that a contract is made of, if it has any.</summary>
internal static class PartsEmitter
{
    public static void Emit(EmitContext context, ContractModel model)
    {
        var objects = model.Shapes.OfType<PartShape>().Select(static part => part.Object);
        var accessors = (model.Object is null ? objects : objects.Append(model.Object))
            .SelectMany(MemberAccess.AccessorsOf)
            .Distinct()
            .ToList();
        var shapes = model.Shapes;
        if (shapes.Count == 0 && model.Subject.Enums.Count == 0 && accessors.TrueForAll(static accessor => accessor.Generic is not null))
        {
            AccessorEmitter.EmitClasses(context, accessors);
            return;
        }

        var writer = context.Writer;
        writer.Line();
        writer.Line($"/// <summary>The parts of <c>{Identifiers.XmlText(model.DisplayName)}</c>.</summary>");
        writer.Line(Preamble.GeneratedCode);
        using (writer.Block($"file static class {context.Parts}"))
        {
            foreach (var shape in shapes)
            {
                ShapeEmitter.Emit(context.InsideParts(), shape);
                if (model.Header.IsReusable)
                {
                    ReuseEmitter.Emit(context.InsideParts(), shape);
                }
            }

            SubjectEnumEmitter.Emit(context, model.Subject);
            AccessorEmitter.EmitMethods(context, accessors);
            if (shapes.Any(static shape => shape is ContractShape))
            {
                EmitMessageMethods(context);
            }
        }

        AccessorEmitter.EmitClasses(context, accessors);
    }

    private static void EmitMessageMethods(EmitContext context)
    {
        var writer = context.Writer;
        writer.Line();
        writer.Line($$"""
            private static void WriteMessage<T>(ref {{context.Names.PackWriter}} writer, T message)
                where T : global::Messaging.Codegen.IMessage<T>
            {
                T.Write(ref writer, message);
            }

            private static T ReadMessage<T>(ref {{context.Names.PackReader}} reader)
                where T : global::Messaging.Codegen.IMessage<T>
            {
                return T.Read(ref reader);
            }
            """);
    }
}
