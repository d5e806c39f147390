using MessagePack;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>What the consumers of these tests work on.</summary>
/// <param name="Root">The first token of the test's subjects.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Number">Which one of the test it is.</param>
[Message("conformance.work", Subject = "{Root}.work")]
public sealed partial record Work([property: Key(0)] string Root, [property: Key(1)] string Key, [property: Key(2), IdempotencyKey] int Number);
