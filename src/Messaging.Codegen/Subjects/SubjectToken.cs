using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen;

/// <summary>
/// Turns the values of members into tokens of subjects and back. Emitted subject builders and parsers call it. Dots, wildcards, white space and
/// everything else that could change the route are escaped, so that whatever a message contains stays inside its token.
/// </summary>
/// <remarks>
/// Letters, digits, <c>-</c>, <c>_</c> and <c>~</c> stand for themselves; every other character is percent-encoded from its UTF-8 bytes with
/// upper-case digits; the empty string is a single <c>%</c>. The reading methods accept exactly what the formatting ones produce.
/// </remarks>
public static partial class SubjectToken
{
    /// <summary>The longest token, in characters after escaping. The server's control line is 4096 bytes for the whole subject.</summary>
    public const int MaxLength = 256;

    /// <summary>The token for a string.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The member, for the exception.</param>
    /// <exception cref="SubjectFormatException"><paramref name="value"/> is null, has a lone surrogate, or makes more than <see cref="MaxLength"/> characters.</exception>
    public static string Format(string? value, string member)
    {
        if (value is null)
        {
            throw Refused(member, "it is null");
        }

        if (value.Length <= MaxLength)
        {
            var token = SubjectEscaping.Escape(value);
            if (token.Length <= MaxLength)
            {
                return ReferenceEquals(token, value) || IsWellFormed(value)
                    ? token
                    : throw Refused(member, "it has a lone surrogate, which no subject can carry");
            }
        }

        throw Refused(member, string.Create(CultureInfo.InvariantCulture, $"its token would be longer than {MaxLength} characters"));
    }

    /// <summary>The token for a character.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The member, for the exception.</param>
    /// <exception cref="SubjectFormatException"><paramref name="value"/> is half of a surrogate pair.</exception>
    public static string Format(char value, string member) => Format(value.ToString(), member);

    /// <summary>The token <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Format(bool value) => value ? "true" : "false";

    /// <summary>The token of a Guid: 36 lower-case characters with hyphens.</summary>
    /// <param name="value">The value.</param>
    public static string Format(Guid value) => value.ToString("D");

    /// <summary>The token of an integer: its decimal digits, with a minus sign where needed.</summary>
    /// <param name="value">The value.</param>
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The token of an integer: its decimal digits.</summary>
    /// <param name="value">The value.</param>
    public static string Format(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            value = value[consumed..];
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SubjectFormatException Refused(string member, string reason) =>
        new($"The value of '{member}' cannot be a token of the subject: {reason}.");
}
