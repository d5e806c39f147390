namespace Messaging.Codegen;

/// <summary>
/// Names the converter that writes and reads a member, or every value of a type. On a type it applies to members, elements of collections and values of
/// dictionaries alike, in every contract that has the type.
/// </summary>
/// <param name="converter">A class or struct that implements <see cref="IMessageConverter{T}"/> for the type, without its <c>?</c>.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum,
    Inherited = false)]
public sealed class MessageConverterAttribute(Type converter) : Attribute
{
    /// <summary>The converter's type.</summary>
    public Type Converter { get; } = converter;
}
