using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the typed publisher. A request has none: it is asked, not published.</summary>
internal static class PublisherEmitter
{
    public static void Emit(CodeWriter writer, ContractModel model)
    {
        if (model.Header.Reply is null)
        {
            Emit(writer, model.Header.Type.Name, Identifiers.Escape(model.Name + "Publisher"), model.Accessibility);
        }
    }

    /// <summary>Prints the publisher of any contract.</summary>
    public static void Emit(CodeWriter writer, string type, string name, string accessibility)
    {
        writer.Line();
        writer.Line($"""
            /// <summary>Publishes <see cref="{type}"/>.</summary>
            /// <param name="pipeline">The way to the transport.</param>
            {Preamble.GeneratedCode}
            {accessibility} sealed class {name}(global::Messaging.Codegen.Publishing.PublishPipeline pipeline)
                : global::Messaging.Codegen.Publishing.Publisher<{type}>(pipeline);
            """);
    }
}
