using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Messaging.Codegen.Tests.Subjects;

/// <summary>Tokens never change the route, and reading is the exact inverse of formatting.</summary>
public sealed class SubjectTokenTests
{
    [Theory]
    [InlineData("eu", "eu")]
    [InlineData("EU-west_1~x", "EU-west_1~x")]
    [InlineData("", "%")]
    [InlineData("%", "%25")]
    [InlineData("a.b", "a%2Eb")]
    [InlineData("*", "%2A")]
    [InlineData(">", "%3E")]
    [InlineData("a b", "a%20b")]
    [InlineData("\r\n\0", "%0D%0A%00")]
    [InlineData("$JS", "%24JS")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("日", "%E6%97%A5")]
    [InlineData("😀", "%F0%9F%98%80")]
    public void Strings_are_escaped(string value, string token)
    {
        Assert.Equal(token, SubjectToken.Format(value, "Region"));
        AssertReads(value, token);
    }

    [Property(MaxTest = 2000)]
    public void Any_string_comes_back_or_is_refused(string? value)
    {
        try
        {
            var token = SubjectToken.Format(value, "Region");
            Assert.NotNull(value);
            Assert.InRange(token.Length, 1, SubjectToken.MaxLength);
            Assert.True(token.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '~' or '%'), token);
            Assert.Null(SubjectSyntax.FindConcreteError("orders." + token + ".placed"));
            AssertReads(value, token);
        }
        catch (SubjectFormatException exception)
        {
            Assert.Contains("'Region'", exception.Message, StringComparison.Ordinal);
            Assert.True(value is null || value.Any(char.IsSurrogate) || value.Length > SubjectToken.MaxLength / 9, value);
        }
    }

    /// <summary>Arbitrary tokens: whatever is read at all is formatted to the same token again.</summary>
    [Property(MaxTest = 5000)]
    public Property Any_token_that_is_read_is_what_its_value_gives() => Prop.ForAll(
        Gen.Elements("a", "F", "0", "-", "~", "%", "%2", "%2E", "%2e", "%41", "%C3%BC", "%C3", "%FF", ".", "ü", " ", "7", "true", "+").ListOf()
            .Select(static pieces => string.Concat(pieces)).ToArbitrary(),
        static token =>
        {
            ReadOnlySpan<char> rest = token;
            if (SubjectToken.TryRead(ref rest, out string? text) && rest.IsEmpty)
            {
                Assert.Equal(token, SubjectToken.Format(text, "Region"));
            }

            rest = token;
            if (SubjectToken.TryRead(ref rest, out int number) && rest.IsEmpty)
            {
                Assert.Equal(token, SubjectToken.Format(number));
            }

            rest = token;
            if (SubjectToken.TryRead(ref rest, out bool flag) && rest.IsEmpty)
            {
                Assert.Equal(token, SubjectToken.Format(flag));
            }
        });

    [Property]
    public void Different_strings_have_different_tokens(string one, string other)
    {
        if (one is not null && other is not null && one != other && IsFormattable(one) && IsFormattable(other))
        {
            Assert.NotEqual(SubjectToken.Format(one, "A"), SubjectToken.Format(other, "A"));
        }
    }

    [Property]
    public void Integers_come_back(long value)
    {
        foreach (var number in (long[])[value, 0, long.MinValue, long.MaxValue])
        {
            ReadOnlySpan<char> token = SubjectToken.Format(number);
            Assert.True(SubjectToken.TryRead(ref token, out long read));
            Assert.Equal(number, read);
            Assert.True(token.IsEmpty);
        }

        ReadOnlySpan<char> unsigned = SubjectToken.Format((ulong)value);
        Assert.True(SubjectToken.TryRead(ref unsigned, out ulong readUnsigned));
        Assert.Equal((ulong)value, readUnsigned);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("007")]
    [InlineData("+7")]
    [InlineData("-0")]
    [InlineData("7a")]
    [InlineData(" 7")]
    [InlineData("٧")]
    [InlineData("")]
    public void What_no_byte_is_formatted_as_is_not_read(string token)
    {
        ReadOnlySpan<char> rest = token;
        Assert.False(SubjectToken.TryRead(ref rest, out byte _));
    }

    [Property]
    public void Guids_come_back(Guid value)
    {
        ReadOnlySpan<char> token = SubjectToken.Format(value);
        Assert.True(SubjectToken.TryRead(ref token, out Guid read));
        Assert.Equal(value, read);
        ReadOnlySpan<char> upper = SubjectToken.Format(value).ToUpperInvariant();
        Assert.Equal(upper.IndexOfAnyInRange('A', 'F') < 0, SubjectToken.TryRead(ref upper, out Guid _));
    }

    [Property]
    public void Characters_come_back(char value)
    {
        if (char.IsSurrogate(value))
        {
            Assert.Throws<SubjectFormatException>(() => SubjectToken.Format(value, "Letter"));
            return;
        }

        ReadOnlySpan<char> token = SubjectToken.Format(value, "Letter");
        Assert.True(SubjectToken.TryRead(ref token, out char read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void Booleans_come_back()
    {
        ReadOnlySpan<char> subject = "true.false.True";
        Assert.True(SubjectToken.TryRead(ref subject, out bool first) && first);
        Assert.True(SubjectToken.TryRead(ref subject, out bool second) && !second);
        Assert.False(SubjectToken.TryRead(ref subject, out bool _));
    }

    [Fact]
    public void The_bound_counts_escaped_characters()
    {
        Assert.Equal(256, SubjectToken.Format(new string('a', 256), "A").Length);
        Assert.Throws<SubjectFormatException>(() => SubjectToken.Format(new string('a', 257), "A"));
        Assert.Equal(255, SubjectToken.Format(new string('.', 85), "A").Length);
        Assert.Throws<SubjectFormatException>(() => SubjectToken.Format(new string('.', 86), "A"));
        AssertReads(new string('.', 85), SubjectToken.Format(new string('.', 85), "A"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".a")]
    [InlineData("a.")]
    public void Empty_tokens_are_no_tokens(string subject)
    {
        ReadOnlySpan<char> rest = subject;
        Assert.False(SubjectToken.TryReadLiteral(ref rest, "a") && rest.IsEmpty);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("-42", SubjectToken.Format(-42L));
            ReadOnlySpan<char> subject = "-42.i.I";
            Assert.True(SubjectToken.TryRead(ref subject, out sbyte number));
            Assert.Equal(-42, number);
            Assert.True(SubjectToken.TryReadLiteral(ref subject, "i"));
            Assert.False(SubjectToken.TryReadLiteral(ref subject, "i"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertReads(string value, string token)
    {
        ReadOnlySpan<char> subject = token + ".rest";
        Assert.True(SubjectToken.TryRead(ref subject, out string? read));
        Assert.Equal(value, read);
        Assert.Equal("rest", subject.ToString());
    }

    private static bool IsFormattable(string value) => value.Length <= SubjectToken.MaxLength / 9 && !value.Any(char.IsSurrogate);
}
