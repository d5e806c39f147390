using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

// Reads over what an earlier message has left, so that the same message again allocates nothing.
public ref partial struct PackReader
{
    /// <summary>Reads a string, and returns <paramref name="existing"/> when it says the same.</summary>
    /// <param name="existing">The string that may be there already, or null.</param>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public string ReadString(string? existing)
    {
        ref byte start = ref _cursor;
        if (existing is not null && IsSame(ReadStringSpan("a string"), existing))
            return existing;
        _cursor = ref start;
        return ReadString();
    }

    /// <summary>Reads raw bytes as <see cref="ReadBinary()"/> does, into <paramref name="existing"/> when that is as long.</summary>
    /// <param name="existing">An array that may be overwritten, or null.</param>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public byte[] ReadBinary(byte[]? existing)
    {
        if (existing is null || End || Token.IsArray(_cursor))
            return ReadBinary();
        ReadOnlySpan<byte> bytes = ReadBinarySpan();
        if (bytes.Length != existing.Length)
            return bytes.ToArray();
        bytes.CopyTo(existing);
        return existing;
    }

    /// <summary>Text equals bytes when its characters are ASCII and the bytes are they; other text is compared by what it would be as UTF-8.</summary>
    private static bool IsSame(ReadOnlySpan<byte> bytes, string text)
    {
        if (bytes.Length == text.Length)
            return Ascii.Equals(bytes, text);
        if (bytes.Length < text.Length || bytes.Length > 3 * text.Length)
            return false;
        Span<byte> buffer = stackalloc byte[256];
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            System.Text.Unicode.Utf8.FromUtf16(rest, buffer, out int read, out int written, replaceInvalidSequences: false);
            if (written == 0 || written > bytes.Length || !bytes[..written].SequenceEqual(buffer[..written]))
                return false;
            bytes = bytes[written..];
            rest = rest[read..];
        }
        return bytes.IsEmpty;
    }
}
