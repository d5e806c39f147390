using System.Text;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the file of a contract: its facts, its serializer, its subjects, its publisher and the methods of its parts.</summary>
internal static class ContractEmitter
{
    public static void Emit(SourceProductionContext output, ContractModel model) =>
        output.AddSource(model.HintName, SourceText.From(Print(model), Encoding.UTF8));

    /// <summary>The text of the file.</summary>
    public static string Print(ContractModel model)
    {
        var writer = new CodeWriter();
        var names = new RuntimeNames(model.NeedsQualifiedRuntime);
        Preamble.WriteTo(writer);
        names.WriteAliases(writer);
        FactWriter.Write(writer, ContractFacts.Of(model));
        var context = new EmitContext(writer, names, Identifiers.Escape(model.PartsName))
        {
            Reused = model.Header.IsReusable ? [.. model.Shapes.Where(ReuseEmitter.IsReused).Select(static shape => shape.Name)] : [],
        };
        using (Preamble.OpenNamespace(writer, model.Namespace))
        {
            EmitDeclarations(context, model, depth: 0);
            PartsEmitter.Emit(context, model);
        }

        return writer.ToString();
    }

    private static void EmitDeclarations(EmitContext context, ContractModel model, int depth)
    {
        if (depth < model.Declarations.Count - 1)
        {
            using (context.Writer.Block(model.Declarations[depth]))
            {
                EmitDeclarations(context, model, depth + 1);
            }

            return;
        }

        using (context.Writer.Block($"{model.Declarations[depth]} : {(model.Header.IsReusable ? ReusableInterface(model) : Interface(model))}"))
        {
            MessageEmitter.Emit(context, model, Interface(model));
            if (model.Header.IsReusable)
            {
                MessageEmitter.EmitReuse(context, model, ReusableInterface(model));
            }

            MessageEmitter.EmitCopies(context.Writer, model, Interface(model));
            FactWriter.WriteProperty(context.Writer, Interface(model), ContractFacts.Of(model));
        }

        SubjectEmitter.Emit(context, model);
        PublisherEmitter.Emit(context.Writer, model);
    }

    private static string Interface(ContractModel model) => $"global::Messaging.Codegen.IMessage<{model.Header.Type.Name}>";

    private static string ReusableInterface(ContractModel model) => $"global::Messaging.Codegen.IReusableMessage<{model.Header.Type.Name}>";
}
