namespace Messaging.Codegen;

/// <summary>
/// Declares that readers keep numbers that they do not know. Without it an unknown number becomes the member named <c>Unknown</c>,
/// or is a <see cref="MessageFormatException"/> when there is none.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OpenEnumAttribute : Attribute;
