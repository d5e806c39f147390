using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Messaging.Codegen.Publishing;

/// <summary>
/// Makes message ids. A stream drops copies by id across all its subjects, so an id always begins with its contract's identity
/// or is unique by itself.
/// </summary>
internal static class MessageIds
{
    private const int MaxCauseLength = 96;

    public static string? FromKey(MessageContract contract, string? key) => key is null ? null : string.Concat(contract.Identity, ":", key);

    public static string New() => Guid.CreateVersion7().ToString("N");

    /// <summary>The same id for every delivery of <paramref name="cause"/>, so that the stream keeps one copy of what they publish.</summary>
    public static string Caused(MessageContract contract, MessageContext cause, int ordinal)
    {
        var causeId = cause.MessageId.Length > MaxCauseLength ? Digest(cause.MessageId) : cause.MessageId;
        return string.Create(CultureInfo.InvariantCulture, $"{contract.Identity}<{cause.Consumer}<{causeId}#{ordinal}");
    }

    /// <summary>Keeps the ids of long chains of messages short.</summary>
    private static string Digest(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
