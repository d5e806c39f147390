using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the routing table: subject, contract, consumer, handler.</summary>
internal static class RouteEmitter
{
    public static void Print(CodeWriter writer, IEnumerable<HandlerRegistration> handlers)
    {
        writer.Line("// subject -> contract -> consumer -> handler");
        foreach (var handler in handlers)
        {
            foreach (var route in handler.Routes)
            {
                var stub = handler.Consumers + "." + route.StubName;
                foreach (var filter in route.Filters)
                {
                    writer.Line($"module.{Method(route)}({Identifiers.Literal(filter)}, {Arguments(stub, route)});");
                }

                foreach (var older in route.Older)
                {
                    foreach (var filter in older.Filters)
                    {
                        var method = $"AddUpcast{(route.IsBatch ? "Batch" : "")}Route<{older.Contract}, {route.Contract}>";
                        writer.Line($"module.{method}({Identifiers.Literal(filter)}, {Upcast(older.Calls)}, {Arguments(stub, route)});");
                    }
                }
            }
        }
    }

    private static string Method(RouteRow route) =>
        route.Reply is not null ? $"AddResponder<{route.Contract}, {route.Reply}>"
            : route.IsBatch ? $"AddBatchRoute<{route.Contract}>"
            : $"AddRoute<{route.Contract}>";

    private static string Arguments(string stub, RouteRow route)
    {
        var contentFilter = route.ContentFilter is null ? "" : ", filter: " + route.ContentFilter;
        var partition = route.Partition is { } by ? $", partition: static message => global::Messaging.Codegen.PartitionKey.Of({Value(by)})" : "";
        return $"{stub}Options, {stub}{contentFilter}{partition}";
    }

    /// <summary>The upcasters called one inside of the other: what handlers see has gone all the way.</summary>
    private static string Upcast(EquatableArray<UpcastCall> calls)
    {
        var message = calls.Aggregate("message", static (inner, call) => $"{call.Method}({inner}{(call.TakesContext ? ", context" : "")})");
        return $"static (message, {(calls.Any(static call => call.TakesContext) ? "context" : "_")}) => {message}";
    }

    private static string Value(PartitionModel partition)
    {
        var value = "message." + Identifiers.Escape(partition.Member);
        return partition.Conversion is { } type ? $"({type}){value}" : value;
    }
}
