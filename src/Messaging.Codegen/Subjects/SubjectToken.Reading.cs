using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Messaging.Codegen;

public static partial class SubjectToken
{
    /// <summary>Takes the first token off <paramref name="subject"/>, and the dot behind it.</summary>
    /// <param name="subject">The rest of a subject; on success without the token. Empty at the end.</param>
    /// <param name="token">The token, not empty, as it stands in the subject.</param>
    /// <returns>False when the token is empty, or nothing follows its dot.</returns>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out ReadOnlySpan<char> token)
    {
        var dot = subject.IndexOf('.');
        token = dot < 0 ? subject : subject[..dot];
        if (token.IsEmpty || dot == subject.Length - 1)
        {
            return false;
        }

        subject = dot < 0 ? [] : subject[(dot + 1)..];
        return true;
    }

    /// <summary>Takes the first token off <paramref name="subject"/> when it is <paramref name="literal"/>.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="literal">The token that a template has at this place.</param>
    public static bool TryReadLiteral(ref ReadOnlySpan<char> subject, ReadOnlySpan<char> literal) =>
        TryRead(ref subject, out ReadOnlySpan<char> token) && token.SequenceEqual(literal);

    /// <summary>Reads a string.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return TryRead(ref subject, out ReadOnlySpan<char> token) && token.Length <= MaxLength && TryUnescape(token, out value);
    }

    /// <summary>Reads a character.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out char value)
    {
        var isCharacter = TryRead(ref subject, out string? text) && text.Length == 1;
        value = isCharacter ? text![0] : default;
        return isCharacter;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out bool value)
    {
        var isToken = TryRead(ref subject, out ReadOnlySpan<char> token);
        value = isToken && token is "true";
        return value || (isToken && token is "false");
    }

    /// <summary>Reads a Guid.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out Guid value)
    {
        value = default;
        return TryRead(ref subject, out ReadOnlySpan<char> token)
            && Guid.TryParseExact(token, "D", out value)
            && token.IndexOfAnyInRange('A', 'F') < 0;
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out sbyte value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out byte value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out short value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out ushort value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out int value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out uint value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out long value) => TryReadInteger(ref subject, out value);

    /// <summary>Reads an integer.</summary>
    /// <param name="subject">The rest of a subject.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ref ReadOnlySpan<char> subject, out ulong value) => TryReadInteger(ref subject, out value);

    private static bool TryReadInteger<T>(ref ReadOnlySpan<char> subject, out T value)
        where T : struct, IBinaryInteger<T>
    {
        value = default;
        return TryRead(ref subject, out ReadOnlySpan<char> token)
            && T.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && IsCanonical(token);
    }

    /// <summary>Precondition: the token is an optional sign and digits. <c>007</c>, <c>+7</c> and <c>-0</c> are nothing that a number is formatted as.</summary>
    private static bool IsCanonical(ReadOnlySpan<char> token)
    {
        var digits = token[0] == '-' ? token[1..] : token;
        return digits[0] != '+' && (digits[0] != '0' || token.Length == 1);
    }

    private static bool TryUnescape(ReadOnlySpan<char> token, [NotNullWhen(true)] out string? value)
    {
        value = null;
        if (token is SubjectEscaping.Empty)
        {
            value = "";
            return true;
        }

        Span<byte> bytes = stackalloc byte[MaxLength];
        var length = 0;
        for (var i = 0; i < token.Length; i++)
        {
            if (SubjectEscaping.IsPlain(token[i]))
            {
                bytes[length++] = (byte)token[i];
            }
            else if (token[i] == '%' && i + 2 < token.Length && TryReadByte(token.Slice(i + 1, 2), out bytes[length]))
            {
                length++;
                i += 2;
            }
            else
            {
                return false;
            }
        }

        return TryDecode(bytes[..length], out value);
    }

    /// <summary>Two upper-case hexadecimal digits of a byte that has to be escaped.</summary>
    private static bool TryReadByte(ReadOnlySpan<char> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && digits.IndexOfAnyInRange('a', 'f') < 0
            && !SubjectEscaping.IsPlain((char)value);

    private static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? value)
    {
        Span<char> text = stackalloc char[MaxLength];
        var isValid = System.Text.Unicode.Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done;
        value = isValid ? text[..length].ToString() : null;
        return isValid;
    }
}
