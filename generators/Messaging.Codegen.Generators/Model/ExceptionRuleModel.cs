namespace Messaging.Codegen.Generators.Model;

/// <summary>What one exception type means to a handler.</summary>
/// <param name="Type">The type as code writes it.</param>
/// <param name="Display">The type for facts.</param>
/// <param name="Depth">How many base classes it has: more derived types are asked first.</param>
/// <param name="Action">The name of the enum's member.</param>
/// <param name="Backoff">The delays of a retry in units of 100 ns; empty means the handler's.</param>
internal sealed record ExceptionRuleModel(string Type, string Display, int Depth, string Action, EquatableArray<long> Backoff);
