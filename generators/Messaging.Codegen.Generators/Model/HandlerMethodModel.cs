namespace Messaging.Codegen.Generators.Model;

/// <summary>One <c>[Handler]</c> method.</summary>
/// <param name="Stub">What its emitted stub depends on.</param>
/// <param name="Route">What the module depends on.</param>
internal sealed record HandlerMethodModel(StubModel Stub, RouteRow Route);
