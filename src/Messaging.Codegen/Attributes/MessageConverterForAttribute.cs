namespace Messaging.Codegen;

/// <summary>
/// Names the converter of a type that is not ours to annotate. It applies to members, elements of collections and values of dictionaries in all
/// contracts of the assembly. A converter that is named on a member goes before it.
/// </summary>
/// <param name="type">The type whose values are converted.</param>
/// <param name="converter">A class or struct that implements <see cref="IMessageConverter{T}"/> for the type.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MessageConverterForAttribute(Type type, Type converter) : Attribute
{
    /// <summary>The type whose values are converted.</summary>
    public Type Type { get; } = type;

    /// <summary>The converter's type.</summary>
    public Type Converter { get; } = converter;
}
