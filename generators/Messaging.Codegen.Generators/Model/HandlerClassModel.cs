namespace Messaging.Codegen.Generators.Model;

/// <summary>A class with <c>[Handler]</c> methods.</summary>
/// <param name="Stubs">What its emitted file depends on.</param>
/// <param name="Registration">What the module depends on.</param>
internal sealed record HandlerClassModel(HandlerStubs Stubs, HandlerRegistration Registration);
