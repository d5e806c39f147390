using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>
/// What a server says instead of a message: <c>NATS/1.0 408 Request Timeout</c>, and how many messages of a pull it did not deliver.
/// </summary>
/// <param name="Code">The number.</param>
/// <param name="Description">The words after it.</param>
/// <param name="Pending">How many messages of the pull will not come; null when it does not say.</param>
internal readonly record struct StatusLine(int Code, string Description, int? Pending)
{
    public const int Heartbeat = 100;
    public const int BadRequest = 400;
    public const int NoMessages = 404;
    public const int RequestTimeout = 408;
    public const int Conflict = 409;
    public const int WrongPin = 423;
    public const int NoResponders = 503;

    // Longer than any status block of a server.
    private const int MaxLength = 1024;

    private static ReadOnlySpan<byte> Version => "NATS/1.0 "u8;

    private static ReadOnlySpan<byte> PendingHeader => "\r\nNats-Pending-Messages:"u8;

    /// <summary>Reads a header block.</summary>
    /// <returns>False for the headers of a message, which have no code in their first line.</returns>
    public static bool TryParse(in ReadOnlySequence<byte> block, out StatusLine status)
    {
        status = default;
        Span<byte> buffer = stackalloc byte[MaxLength];
        var length = (int)Math.Min(block.Length, MaxLength);
        block.Slice(0, length).CopyTo(buffer);
        ReadOnlySpan<byte> text = buffer[..length];
        if (!text.StartsWith(Version) || !Utf8Parser.TryParse(text[Version.Length..], out int code, out var digits))
        {
            return false;
        }

        var rest = text[(Version.Length + digits)..];
        var end = rest.IndexOf("\r\n"u8);
        var description = Encoding.UTF8.GetString((end < 0 ? rest : rest[..end]).Trim((byte)' '));
        status = new StatusLine(code, description, ReadPending(rest));
        return true;
    }

    private static int? ReadPending(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf(PendingHeader);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + PendingHeader.Length)..].TrimStart((byte)' '), out int pending, out _) ? pending : null;
    }
}
