using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the typed publisher. A request has none: it is asked, not published.</summary>
internal static class PublisherEmitter
{
    public static void Emit(CodeWriter writer, ContractModel model)
    {
        if (model.Header.Reply is not null)
        {
            return;
        }

        var type = model.Header.Type.Name;
        writer.Line();
        writer.Line($"""
            /// <summary>Publishes <see cref="{type}"/>.</summary>
            /// <param name="pipeline">The way to the transport.</param>
            {Preamble.GeneratedCode}
            {model.Accessibility} sealed class {Identifiers.Escape(model.Name + "Publisher")}(global::Messaging.Codegen.Publishing.PublishPipeline pipeline)
                : global::Messaging.Codegen.Publishing.Publisher<{type}>(pipeline);
            """);
    }
}
