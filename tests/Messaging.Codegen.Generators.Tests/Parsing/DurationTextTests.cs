using System.Globalization;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Parsing;

namespace Messaging.Codegen.Generators.Tests.Parsing;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("1ms", "00:00:00.0010000", "FromMilliseconds(1)")]
    [InlineData("500ms", "00:00:00.5000000", "FromMilliseconds(500)")]
    [InlineData("1s", "00:00:01", "FromSeconds(1)")]
    [InlineData("1.5s", "00:00:01.5000000", "FromMilliseconds(1500)")]
    [InlineData("90s", "00:01:30", "FromSeconds(90)")]
    [InlineData("2m", "00:02:00", "FromMinutes(2)")]
    [InlineData("24h", "1.00:00:00", "FromDays(1)")]
    [InlineData("7d", "7.00:00:00", "FromDays(7)")]
    [InlineData("00:00:30", "00:00:30", "FromSeconds(30)")]
    [InlineData("7.00:00:00", "7.00:00:00", "FromDays(7)")]
    [InlineData("00:00:00.0000001", "00:00:00.0000001", "FromTicks(1)")]
    [InlineData("0.0000001s", "00:00:00.0000001", "FromTicks(1)")]
    [InlineData("106751d", "106751.00:00:00", "FromDays(106751)")]
    public void Reads_units_and_the_constant_format(string text, string expected, string code)
    {
        Assert.True(DurationText.TryParse(text, out var ticks));
        Assert.Equal(expected, Durations.Text(ticks));
        Assert.Equal("global::System.TimeSpan." + code, Durations.Code(ticks));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("30")]
    [InlineData("0s")]
    [InlineData("0.00000001s")]
    [InlineData("00:00:00")]
    [InlineData("-1s")]
    [InlineData("-00:00:01")]
    [InlineData("+1s")]
    [InlineData(" 1s")]
    [InlineData("1 s")]
    [InlineData("1s ")]
    [InlineData("1S")]
    [InlineData("1,5s")]
    [InlineData("1e3s")]
    [InlineData("1w")]
    [InlineData("25:00:00")]
    [InlineData("1us")]
    [InlineData("106752d")]
    [InlineData("99999999999999999999999999999d")]
    public void Refuses_everything_else(string? text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Does_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.True(DurationText.TryParse("1.5s", out var ticks));
            Assert.Equal("00:00:01.5000000", Durations.Text(ticks));
            Assert.Equal("global::System.TimeSpan.FromMilliseconds(1500)", Durations.Code(ticks));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
