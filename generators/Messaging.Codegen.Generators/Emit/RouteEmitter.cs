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
        var method = route.Reply is null ? $"AddRoute<{route.Contract}>" : $"AddResponder<{route.Contract}, {route.Reply}>";
        var contentFilter = route.ContentFilter is null ? "" : ", filter: " + route.ContentFilter;
        return $"module.{method}({Identifiers.Literal(filter)}, {stub}Options, {stub}{contentFilter});";
    }
}
