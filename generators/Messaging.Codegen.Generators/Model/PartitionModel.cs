namespace Messaging.Codegen.Generators.Model;

/// <summary>The member of a contract that orders a handler's messages.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Conversion">What its value is converted to so that equal numbers of different types are equal, for example <c>long?</c>; null for nothing.</param>
internal sealed record PartitionModel(string Member, string? Conversion);
