namespace Messaging.Codegen;

/// <summary>A value cannot be a subject, or a token of one.</summary>
/// <param name="message">What was wrong, where, and what to do.</param>
public sealed class SubjectFormatException(string message) : FormatException(message);
