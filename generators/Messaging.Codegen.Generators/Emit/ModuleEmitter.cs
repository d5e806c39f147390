using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the module of an assembly: its contracts, handlers and streams, and the routing table.</summary>
internal static class ModuleEmitter
{
    /// <summary>The format of the facts that the module's assembly carries.</summary>
    private const int FormatVersion = 1;

    public static void Emit(SourceProductionContext context, ModuleModel model)
    {
        if (!model.IsEmpty)
        {
            context.AddSource(HintName.For(model.Names.Namespace.Replace("@", "") + "." + model.Names.ModuleName, "Module"), Print(model));
        }
    }

    public static string Print(ModuleModel model)
    {
        var writer = new CodeWriter();
        Preamble.WriteTo(writer);
        writer.Line($"[assembly: global::Messaging.Codegen.MessagingModule(typeof({model.Names.FullModuleName}), {Identifiers.Literal(FormatVersion)})]");
        writer.Line();
        FactWriter.Write(
            writer,
            model.Streams.SelectMany(StreamFacts.Of)
                .Concat(model.Handlers.SelectMany(static handler => handler.Routes).SelectMany(HandlerFacts.Of))
                .Concat(model.Upcasts.Select(static upcast => upcast.ToFact()))
                .Concat(model.Contracts.SelectMany(static contract => contract.ToFacts())));
        using (Preamble.OpenNamespace(writer, model.Names.Namespace))
        {
            writer.Line("/// <summary>Everything that this assembly contributes to an application: contracts, handlers, routes and streams.</summary>");
            writer.Line(Preamble.GeneratedCode);
            using (writer.Block($"public sealed class {model.Names.ModuleName} : global::Messaging.Codegen.IMessagingModule"))
            {
                writer.Line("/// <inheritdoc/>");
                using (writer.Block("public static void Register(global::Messaging.Codegen.ModuleBuilder module)"))
                {
                    PrintRegistrations(writer, model);
                }

                writer.Line();
                writer.Line("/// <inheritdoc/>");
                using (writer.Block("public static void VisitContracts(global::Messaging.Codegen.IContractVisitor visitor)"))
                {
                    foreach (var contract in model.Contracts)
                    {
                        writer.Line($"visitor.Visit<{contract.Type}>();");
                    }
                }
            }
        }

        return writer.ToString();
    }

    private static void PrintRegistrations(CodeWriter writer, ModuleModel model)
    {
        var isFirst = true;
        Section(model.Streams.Count, () => StreamEmitter.Print(writer, model.Streams));
        Section(model.Contracts.Count, () => PrintContracts(writer, model.Contracts));
        Section(model.Handlers.Count(static handler => handler.IsCreated), () => PrintHandlers(writer, model.Handlers));
        Section(model.Handlers.Count, () => RouteEmitter.Print(writer, model.Handlers));

        void Section(int count, Action print)
        {
            if (count == 0)
            {
                return;
            }

            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            print();
        }
    }

    private static void PrintContracts(CodeWriter writer, EquatableArray<ContractRow> contracts)
    {
        foreach (var contract in contracts)
        {
            writer.Line(contract switch
            {
                { Reply: { } reply } => $"module.AddRequest<{contract.Type}, {reply}>();",
                _ => $"module.AddContract<{contract.Type}, {contract.Publisher}>(static pipeline => new {contract.Publisher}(pipeline));",
            });
        }
    }

    private static void PrintHandlers(CodeWriter writer, EquatableArray<HandlerRegistration> handlers)
    {
        const string TryAddScoped = "global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddScoped";
        foreach (var handler in handlers)
        {
            if (handler.IsCreated)
            {
                writer.Line($"{TryAddScoped}<{handler.TypeName}>(module.Services, static services => {handler.Consumers}.Create(services));");
            }
        }
    }
}
