using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the stub of one handler method: it gets the handler, calls it and publishes what it returns.</summary>
internal static class StubEmitter
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    /// <summary>Prints the stub.</summary>
    /// <param name="writer">The file, inside of the emitted class.</param>
    /// <param name="handler">The handler class.</param>
    /// <param name="method">The method.</param>
    public static void Print(CodeWriter writer, string handler, StubModel method)
    {
        var isReply = method.Returns.Kind == ReturnKind.Reply;
        var isAsync = method.Returns.Kind is not (ReturnKind.Nothing or ReturnKind.Reply);
        var returns = isReply ? $"{ValueTask}<{method.Returns.Type}>" : ValueTask;
        writer.Line($"/// <summary>{Summary(method)}</summary>");
        var parameter = method.IsBatch ? $"global::System.Collections.Generic.IReadOnlyList<{method.Contract}> batch" : method.Contract + " message";
        var header = $"""
            internal static {(isAsync ? "async " : "")}{returns} {method.StubName}(
                {parameter},
                global::Messaging.Codegen.{(method.IsBatch ? "BatchContext" : "MessageContext")} context,
                global::System.Threading.CancellationToken cancellationToken)
            """;
        using (writer.Block(header))
        {
            if (!method.IsStatic)
            {
                writer.Line($"var handler = {Arguments.Required(handler, "context.Services")};");
            }

            var call = Arguments.Call((method.IsStatic ? handler : "handler") + "." + method.Name, method.Arguments, "context.Services");
            if (isAsync)
            {
                PrintPublishing(writer, method, call);
            }
            else
            {
                PrintReturn(writer, method.Completion, isReply, returns, call);
            }
        }
    }

    private static string Summary(StubModel method)
    {
        var call = $"Calls <c>{Identifiers.XmlText(method.Display)}</c>";
        return method.Returns.Kind switch
        {
            ReturnKind.Nothing => call + ".",
            ReturnKind.Reply => call + " and returns its reply.",
            _ => call + " and publishes what it returns.",
        };
    }

    private static void PrintReturn(CodeWriter writer, Completion completion, bool hasValue, string returns, string call)
    {
        if (completion == Completion.Synchronous && !hasValue)
        {
            writer.Line(call + ";");
            writer.Line($"return {ValueTask}.CompletedTask;");
        }
        else
        {
            writer.Line(completion == Completion.ValueTask ? $"return {call};" : $"return new {returns}({call});");
        }
    }

    private static void PrintPublishing(CodeWriter writer, StubModel method, string call)
    {
        var isAwaited = method.Completion != Completion.Synchronous;
        writer.Line($"var result = {(isAwaited ? "await " : "")}{call}{(isAwaited ? ".ConfigureAwait(false)" : "")};");
        PublishEmitter.Print(writer, "result", "", method.Returns);
    }
}
