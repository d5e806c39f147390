using System.Globalization;

namespace Messaging.Codegen.Publishing;

/// <summary>
/// Makes message ids. A stream drops copies by id across all its subjects, so an id always begins with its contract's identity
/// or is unique by itself.
/// </summary>
internal static class MessageIds
{
    public static string? FromKey(MessageContract contract, string? key) => key is null ? null : string.Concat(contract.Identity, ":", key);

    public static string New() => Guid.CreateVersion7().ToString("N");

    public static string Caused(MessageContract contract, MessageContext cause, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{contract.Identity}<{cause.Consumer}<{cause.MessageId}#{ordinal}");
}
