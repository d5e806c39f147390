using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the consumer stubs of a handler class.</summary>
internal static class HandlerEmitter
{
    private const string ServiceProvider = "global::System.IServiceProvider";

    /// <summary>How many base classes <c>System.Exception</c> has: a rule for it leaves nothing over.</summary>
    private const int ExceptionDepth = 1;

    public static void Emit(SourceProductionContext context, HandlerStubs model) => context.AddSource(model.HintName, Print(model));

    public static string Print(HandlerStubs model)
    {
        var writer = new CodeWriter();
        Preamble.WriteTo(writer);
        using (Preamble.OpenNamespace(writer, model.Namespace))
        {
            writer.Line($"/// <summary>The consumers of <see cref=\"{model.TypeName}\"/>.</summary>");
            writer.Line(Preamble.GeneratedCode);
            using (writer.Block("internal static class " + model.ConsumersName))
            {
                PrintMembers(writer, model);
            }
        }

        return writer.ToString();
    }

    private static void PrintMembers(CodeWriter writer, HandlerStubs model)
    {
        if (model.Constructor is { } constructor)
        {
            writer.Line("/// <summary>Makes the handler from the services of a delivery.</summary>");
            writer.Line($"internal static {model.TypeName} Create({ServiceProvider} services) =>");
            using (writer.Indent())
            {
                writer.Line(Arguments.Call("new", constructor.Arguments, "services") + ";");
            }

            writer.Line();
        }

        for (var i = 0; i < model.Methods.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            PrintOptions(writer, model.Methods[i]);
            writer.Line();
            StubEmitter.Print(writer, model.TypeName, model.Methods[i]);
        }
    }

    private static void PrintOptions(CodeWriter writer, StubModel method)
    {
        var options = method.Options;
        var constructor = $"new({Identifiers.Literal(options.Consumer)}, {Identifiers.Literal(method.Display)})";
        var settings = Settings(options).Where(static setting => setting.Value is not null).ToArray();
        writer.Line($"/// <summary>What the attribute of <c>{Identifiers.XmlText(method.Display)}</c> says.</summary>");
        writer.Line($"internal static global::Messaging.Codegen.HandlerOptions {method.StubName}Options {{ get; }} = {constructor}{(settings.Length == 0 ? ";" : "")}");
        if (settings.Length == 0)
        {
            return;
        }

        using (writer.Braces(";"))
        {
            foreach (var (name, value) in settings)
            {
                writer.Line($"{name} = {value},");
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Settings(HandlerOptionsModel options) =>
    [
        ("MaxDeliver", Number(options.MaxDeliver)),
        ("Backoff", options.Backoff.Count == 0 ? null : "[" + string.Join(", ", options.Backoff.Select(Durations.Code)) + "]"),
        ("Concurrency", Number(options.Concurrency)),
        ("Prefetch", Number(options.Prefetch)),
        ("AckWait", options.AckWait is { } wait ? Durations.Code(wait) : null),
        ("Idempotency", options.Idempotency is { } idempotency ? "global::Messaging.Codegen.Idempotency." + idempotency : null),
        ("BatchSize", Number(options.BatchSize)),
        ("BatchWait", options.BatchWait is { } batchWait ? Durations.Code(batchWait) : null),
        ("PartitionBy", options.PartitionBy is { } member ? Identifiers.Literal(member) : null),
        ("RateLimit", options.RateLimit is { } rate ? $"new global::Messaging.Codegen.RateLimit({Identifiers.Literal(rate.Messages)}, {Durations.Code(rate.Period)})" : null),
        ("Timeout", options.Timeout is { } timeout ? Durations.Code(timeout) : null),
        ("DeliverFrom", options.DeliverFrom is { } from ? "global::Messaging.Codegen.DeliverFrom." + from : null),
        ("OnException", options.OnException.Count == 0 ? null : Classifier(options.OnException)),
    ];

    private static string Classifier(EquatableArray<ExceptionRuleModel> rules) =>
        "static exception => exception switch\n{\n"
            + string.Concat(rules.Select(static rule => $"    {rule.Type} => {Response(rule)},\n"))
            + (rules[rules.Count - 1].Depth == ExceptionDepth ? "}" : "    _ => null,\n}");

    private static string Response(ExceptionRuleModel rule) => rule.Backoff.Count == 0
        ? "global::Messaging.Codegen.FailureResponse." + rule.Action
        : $"global::Messaging.Codegen.FailureResponse.RetryAfter({string.Join(", ", rule.Backoff.Select(Durations.Code))})";

    private static string? Number(int? value) => value is { } number ? Identifiers.Literal(number) : null;
}
