using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Messaging.Codegen.Publishing;

/// <summary>
/// Makes message ids. A stream drops copies by id across all its subjects, so an id always begins with its contract's identity
/// or is unique by itself.
/// </summary>
internal static class MessageIds
{
    private const int MaxCauseLength = 96;
    private const int MaxKeyLength = 512;

    /// <summary>The id of a business key; keys that no header could carry, or that are long, are replaced by their digest.</summary>
    public static string? FromKey(MessageContract contract, string? key)
    {
        if (key is null)
        {
            return null;
        }

        var isPlain = key.Length <= MaxKeyLength && HeaderRules.IsValidValue(key);
        return isPlain ? string.Concat(contract.Identity, ":", key) : string.Concat(contract.Identity, ":#", Digest(key));
    }

    /// <summary>The id of a message that nothing caused: what the options say, that of its business key, or a new one.</summary>
    public static string Of<T>(T message, PublishOptions? options)
        where T : IMessage<T> =>
        options?.MessageId ?? FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? New();

    public static string New() => Guid.CreateVersion7().ToString("N");

    /// <summary>The same id for every delivery of <paramref name="cause"/>, so that the stream keeps one copy of what they publish.</summary>
    public static string Caused(MessageContract contract, MessageContext cause, int ordinal)
    {
        var causeId = cause.MessageId.Length > MaxCauseLength ? Digest(cause.MessageId) : cause.MessageId;
        return string.Create(CultureInfo.InvariantCulture, $"{contract.Identity}<{cause.Consumer}<{causeId}#{ordinal}");
    }

    /// <summary>
    /// The id of an older version that is published with a message: that of its own business key where the message has that of its own, else one that
    /// follows from the message's.
    /// </summary>
    public static string Copy<T>(T copy, string originalId, bool isKeyed)
        where T : IMessage<T> =>
        (isKeyed ? FromKey(T.Contract, T.GetIdempotencyKey(copy)) : null)
            ?? string.Concat(T.Contract.Identity, "<", originalId.Length > MaxKeyLength ? Digest(originalId) : originalId);

    /// <summary>Stands for an id that is too long, or not made of characters that a header may have. 128 bits do not collide by chance.</summary>
    private static string Digest(string id) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())).AsSpan(0, 16));
}
