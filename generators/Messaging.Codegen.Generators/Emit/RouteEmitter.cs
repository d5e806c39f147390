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
                foreach (var filter in route.Filters)
                {
                    writer.Line(Row(handler.Consumers + "." + route.StubName, filter, route));
                }
            }
        }
    }

    private static string Row(string stub, string filter, RouteRow route)
    {
        var method = route.Reply is not null ? $"AddResponder<{route.Contract}, {route.Reply}>"
            : route.IsBatch ? $"AddBatchRoute<{route.Contract}>"
            : $"AddRoute<{route.Contract}>";
        var contentFilter = route.ContentFilter is null ? "" : ", filter: " + route.ContentFilter;
        var partition = route.Partition is { } by ? $", partition: static message => global::Messaging.Codegen.PartitionKey.Of({Value(by)})" : "";
        return $"module.{method}({Identifiers.Literal(filter)}, {stub}Options, {stub}{contentFilter}{partition});";
    }

    private static string Value(PartitionModel partition)
    {
        var value = "message." + Identifiers.Escape(partition.Member);
        return partition.Conversion is { } type ? $"({type}){value}" : value;
    }
}
