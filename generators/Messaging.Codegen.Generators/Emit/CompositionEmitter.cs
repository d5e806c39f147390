using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints <c>AddApplicationModules</c> of an application.</summary>
internal static class CompositionEmitter
{
    private const string Builder = "global::Messaging.Codegen.MessagingBuilder";
    private const string Contracts = "global::Messaging.Codegen.ContractSet";

    public static void Emit(SourceProductionContext context, CompositionModel? model)
    {
        if (model is not null)
        {
            context.AddSource(HintName.For("Messaging.Codegen." + model.Identifier + "Messaging", "Composition"), Print(model));
        }
    }

    public static string Print(CompositionModel model)
    {
        var writer = new CodeWriter();
        Preamble.WriteTo(writer);
        using (writer.Block("namespace Messaging.Codegen"))
        {
            writer.Line("/// <summary>What this application is made of.</summary>");
            writer.Line(Preamble.GeneratedCode);
            // Hidden from assemblies that this one shows its internals to: they have an AddApplicationModules of their own.
            writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
            using (writer.Block($"internal static class {model.Identifier}Messaging"))
            {
                PrintMethod(writer, model, Builder, "builder", "Adds the modules of this application and of the assemblies that it references.");
                writer.Line();
                PrintMethod(writer, model, Contracts, "contracts", "Adds the contracts of this application and of the assemblies that it references.");
            }
        }

        return writer.ToString();
    }

    private static void PrintMethod(CodeWriter writer, CompositionModel model, string type, string parameter, string summary)
    {
        writer.Line(model.Modules.Count == 0
            ? "/// <summary>Adds nothing: no assembly that this application references has a module, and neither has itself.</summary>"
            : $"/// <summary>{summary}</summary>");
        writer.Line($"internal static {type} AddApplicationModules(this {type} {parameter}) =>");
        using (writer.Indent())
        {
            writer.Line(string.Join("\n    ", Calls(model, parameter)) + ";");
        }
    }

    private static IEnumerable<string> Calls(CompositionModel model, string receiver) =>
        new[] { receiver }.Concat(model.Modules.Select(static module => $".AddModule<{module.Module}>()"));
}
