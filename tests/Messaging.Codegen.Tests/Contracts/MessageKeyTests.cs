using System.Globalization;
using FsCheck.Xunit;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Texts of idempotency keys.</summary>
public sealed class MessageKeyTests
{
    [Theory]
    [InlineData("order-1", "order-1")]
    [InlineData("", "")]
    [InlineData("a|b", "a%7Cb")]
    [InlineData("50%", "50%25")]
    [InlineData("a b\r\n", "a%20b%0D%0A")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    public void Strings_are_printable(string value, string text) => Assert.Equal(text, MessageKey.Format(value));

    /// <summary>The wire cannot carry half of a pair either.</summary>
    [Fact]
    public void A_lone_surrogate_has_the_text_of_what_is_read_back() => Assert.Equal("%EF%BF%BD", MessageKey.Format("\ud800"));

    [Property(MaxTest = 1000)]
    public void Different_parts_have_different_keys(string?[] one, string?[] other)
    {
        var isSame = one.Length == other.Length && one.Zip(other).All(static pair => Normal(pair.First) == Normal(pair.Second));
        var isSameKey = MessageKey.Join(Texts(one)) == MessageKey.Join(Texts(other));

        // No parts at all and one empty part are alike, but a contract always has the same number of parts.
        Assert.True(isSame == isSameKey || one.Length != other.Length);
    }

    [Fact]
    public void Null_and_empty_parts_differ()
    {
        string[] keys = [MessageKey.Join(null, ""), MessageKey.Join("", null), MessageKey.Join("", ""), MessageKey.Join(null, null), MessageKey.Join("|", "")];
        Assert.Equal(["%|", "|%", "|", "%|%", "||"], keys);
        Assert.Equal("%7C|%25", MessageKey.Join(MessageKey.Format("|"), MessageKey.Format("%")));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("-12", MessageKey.Format(-12L));
            Assert.Equal("1.50", MessageKey.Format(1.50m));
            Assert.Equal("0.1", MessageKey.Format(0.1));
            Assert.Equal("2026-02-03", MessageKey.Format(new DateOnly(2026, 2, 3)));
            Assert.Equal("04:05:06.0000000", MessageKey.Format(new TimeOnly(4, 5, 6)));
            Assert.Equal("-1.02:03:04", MessageKey.Format(-new TimeSpan(1, 2, 3, 4)));
            Assert.Equal("2026-02-03T04:05:06.0000000+02:00", MessageKey.Format(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>A key is also made of the message that has been read; the wire carries UTC only.</summary>
    [Fact]
    public void Times_of_any_kind_have_the_text_of_what_is_read_back()
    {
        var ticks = new DateTime(2026, 2, 3, 4, 5, 6);
        Assert.Equal("2026-02-03T04:05:06.0000000Z", MessageKey.Format(ticks));
        Assert.Equal(MessageKey.Format(ticks), MessageKey.Format(DateTime.SpecifyKind(ticks, DateTimeKind.Utc)));
        var local = DateTime.SpecifyKind(ticks, DateTimeKind.Local);
        Assert.Equal(MessageKey.Format(local.ToUniversalTime()), MessageKey.Format(local));
    }

    private static string?[] Texts(string?[] parts) => [.. parts.Select(MessageKey.Format)];

    private static string? Normal(string? value) => value is null ? null : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value));
}
