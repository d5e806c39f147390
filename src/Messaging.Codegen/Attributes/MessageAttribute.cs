namespace Messaging.Codegen;

/// <summary>
/// Makes a <c>partial</c> class, struct or record a message contract. The generator writes its MessagePack serializer,
/// its typed publisher and its subject builder and parser.
/// </summary>
/// <param name="name">
/// The stable name on the wire, for example <c>orders.placed</c>: lower-case tokens separated by dots.
/// Renaming the CLR type never changes it.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageAttribute(string name) : Attribute
{
    /// <summary>The stable name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The version, 1 or more; part of the identity <c>name/vN</c>. A change that breaks readers needs a new one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>
    /// The subject template, for example <c>orders.{Region}.placed.v1</c>; <c>{Member}</c> tokens come from the message.
    /// Null means <c>{name}.v{Version}</c>.
    /// </summary>
    public string? Subject { get; set; }

    /// <summary>
    /// True to be read into messages that are there already, too, by <see cref="MessageSerializer.DeserializeInto{T}(ReadOnlyMemory{byte}, ref T)"/>.
    /// False when it is not set.
    /// </summary>
    public bool Reuse { get; set; }
}
