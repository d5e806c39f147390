namespace Messaging.Codegen.Testing;

/// <summary>A failure that a test asked for.</summary>
/// <param name="message">What failed.</param>
public sealed class ChaosException(string message) : Exception(message);
