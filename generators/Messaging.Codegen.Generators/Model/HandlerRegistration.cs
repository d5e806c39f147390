namespace Messaging.Codegen.Generators.Model;

/// <summary>What the module needs to know of a handler class.</summary>
/// <param name="TypeName"><c>global::Shop.BillingHandler</c>.</param>
/// <param name="Consumers">The emitted class, <c>global::Shop.BillingHandlerConsumers</c>.</param>
/// <param name="IsCreated">True when handlers are instances that the container makes.</param>
/// <param name="Routes">The rows of the routing table, in the order of the methods.</param>
internal sealed record HandlerRegistration(string TypeName, string Consumers, bool IsCreated, EquatableArray<RouteRow> Routes);
