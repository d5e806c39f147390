using System.Buffers;
using System.Globalization;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// A message that was as large as the broker takes leaves no room for what is known about it. Its headers and payload are then kept in two parts
/// beside the entry, which names them.
/// </summary>
internal static class DeadLetterParts
{
    /// <summary>Headers as lines, an empty line, and the payload; cut in two.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(MessageHeaders headers, ReadOnlyMemory<byte> payload)
    {
        var whole = new ArrayBufferWriter<byte>(payload.Length + 1024);
        foreach (var (name, value) in headers)
        {
            Encoding.UTF8.GetBytes($"{name}: {value}\r\n", whole);
        }

        whole.Write("\r\n"u8);
        whole.Write(payload.Span);
        var half = whole.WrittenCount / 2;
        return [whole.WrittenMemory[..half], whole.WrittenMemory[half..]];
    }

    /// <summary>Puts the parts together again.</summary>
    public static (MessageHeaders Headers, ReadOnlyMemory<byte> Payload) Join(IEnumerable<StoredMessage> parts)
    {
        byte[] whole = [.. parts.SelectMany(part => part.Payload.ToArray())];
        var start = whole.AsSpan().StartsWith("\r\n"u8) ? 0 : whole.AsSpan().IndexOf("\r\n\r\n"u8) + 2;
        return (MessageHeaders.FromLines(whole.AsMemory(0, start)), whole.AsMemory(start + 2));
    }

    public static string Format(IEnumerable<ulong> sequences) =>
        string.Join(',', sequences.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<ulong> Parse(string? sequences) =>
        sequences is null ? [] : [.. sequences.Split(',').Select(sequence => ulong.Parse(sequence, CultureInfo.InvariantCulture))];
}
