namespace Messaging.Codegen.Testing;

/// <summary>A test server could not be found or started. The message carries the end of the server's log.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="innerException">The cause, or <see langword="null"/>.</param>
public sealed class NatsServerStartException(string message, Exception? innerException = null)
    : Exception(message, innerException);
