namespace NATS.NKeys;

/// <summary>A key, seed or signature is malformed, or the key pair lacks the part that an operation needs.</summary>
/// <param name="message">What is wrong; never contains key material.</param>
/// <param name="innerException">The cause, or <see langword="null"/>.</param>
public sealed class NKeysException(string message, Exception? innerException = null) : Exception(message, innerException);
