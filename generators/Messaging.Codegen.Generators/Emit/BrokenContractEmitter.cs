using System.Text;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints for a contract with a mistake that it is a contract, and no more. Nothing of it ever runs, unless somebody has turned the error off:
/// then the first use says so.
/// </summary>
internal static class BrokenContractEmitter
{
    public static void Emit(SourceProductionContext output, BrokenContractModel model) =>
        output.AddSource(model.HintName, SourceText.From(Print(model), Encoding.UTF8));

    /// <summary>The text of the file.</summary>
    public static string Print(BrokenContractModel model)
    {
        var writer = new CodeWriter();
        Preamble.WriteTo(writer);
        using (Preamble.OpenNamespace(writer, model.Namespace))
        {
            EmitDeclarations(writer, model, depth: 0);
        }

        return writer.ToString();
    }

    private static void EmitDeclarations(CodeWriter writer, BrokenContractModel model, int depth)
    {
        if (depth < model.Declarations.Count - 1)
        {
            using (writer.Block(model.Declarations[depth]))
            {
                EmitDeclarations(writer, model, depth + 1);
            }

            return;
        }

        var contract = $"global::Messaging.Codegen.IMessage<{model.Type}>";
        var reusable = $"global::Messaging.Codegen.IReusableMessage<{model.Type}>";
        using (writer.Block($"{model.Declarations[depth]} : {(model.IsReusable ? reusable : contract)}"))
        {
            EmitMembers(writer, model, contract, model.IsReusable ? reusable : null);
        }

        if (model.Publisher is { } publisher)
        {
            PublisherEmitter.Emit(writer, model.Type, publisher, model.Accessibility);
        }
    }

    private static void EmitMembers(CodeWriter writer, BrokenContractModel model, string contract, string? reusable)
    {
        const string Serialization = "global::Messaging.Codegen.Serialization.";
        var reason = Identifiers.Literal($"The contract {model.DisplayName} was not emitted, because it has an error that was suppressed: build it and see its MSG diagnostics.");
        var failure = $"throw new global::System.NotSupportedException({reason})";
        writer.Line($$"""
            static global::Messaging.Codegen.MessageContract {{contract}}.Contract => {{failure}};

            static string {{contract}}.GetSubject({{model.Type}} message) => {{failure}};

            static string? {{contract}}.GetIdempotencyKey({{model.Type}} message) => {{failure}};

            static void {{contract}}.Write(ref {{Serialization}}PackWriter writer, {{model.Type}} message) => {{failure}};

            static {{model.Type}} {{contract}}.Read(ref {{Serialization}}PackReader reader) => {{failure}};
            """);
        if (reusable is not null)
        {
            writer.Line();
            writer.Line($"static {model.Type} {reusable}.ReadInto(ref {Serialization}PackReader reader, {model.Type}{(model.IsValueType ? "" : "?")} existing) => {failure};");
        }
    }
}
