namespace Messaging.Codegen.Generators.Model;

/// <summary>How many messages may be begun in how long.</summary>
/// <param name="Messages">How many.</param>
/// <param name="Period">In how long, in units of 100 ns.</param>
internal sealed record RateModel(int Messages, long Period);
