using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

public enum Region
{
    None = 0,
    Größe = 1,
    Eu = 2,
    Europe = 2,
    Us = -3,
}

/// <summary>Every type of token.</summary>
[Message("test.tokens", Subject = "test.{Text}.{Flag}.{Letter}.{Id}.{Number}.{Big}.{Region}.v1")]
public sealed partial record Tokens(
    [property: Key(0), IdempotencyKey] string Text,
    [property: Key(1)] bool Flag,
    [property: Key(2)] char Letter,
    [property: Key(3), IdempotencyKey] Guid Id,
    [property: Key(4)] short Number,
    [property: Key(5)] ulong Big,
    [property: Key(6), IdempotencyKey] Region Region);

/// <summary>Emitted subject builders and parsers are each other's inverse.</summary>
public sealed class EmittedSubjectTests
{
    [Fact]
    public void A_subject_shows_its_values()
    {
        var message = new Tokens("a.b", true, '*', Guid.Parse("0a0b0c0d-0000-0000-0000-00000000000f"), -7, ulong.MaxValue, Region.Eu);
        Assert.Equal("test.a%2Eb.true.%2A.0a0b0c0d-0000-0000-0000-00000000000f.-7.18446744073709551615.Eu.v1", Subject(message));
        Assert.Equal("test.*.*.*.*.*.*.*.v1", TokensSubject.Filter);
        Assert.Equal(TokensSubject.Filter, Contract<Tokens>().SubjectFilter);
        Assert.Equal("test.{Text}.{Flag}.{Letter}.{Id}.{Number}.{Big}.{Region}.v1", Contract<Tokens>().SubjectTemplate);
        Assert.Equal("a.b|0a0b0c0d-0000-0000-0000-00000000000f|2", Key(message));
    }

    [Property(MaxTest = 500)]
    public void What_is_formatted_is_parsed_again(NonNull<string> text, bool flag, char letter, Guid id, short number, ulong big, sbyte region)
    {
        var message = new Tokens(text.Get, flag, letter, id, number, big, (Region)region);
        string subject;
        try
        {
            subject = Subject(message);
        }
        catch (SubjectFormatException)
        {
            return;
        }

        Assert.True(SubjectPattern.Parse(TokensSubject.Filter).Matches(subject));
        Assert.True(TokensSubject.TryParse(
            subject, out var readText, out var readFlag, out var readLetter, out var readId, out var readNumber, out var readBig, out var readRegion), subject);
        Assert.Equal(message, new Tokens(readText, readFlag, readLetter, readId, readNumber, readBig, readRegion));
    }

    [Theory]
    [InlineData(Region.None, "None")]
    [InlineData(Region.Größe, "Gr%C3%B6%C3%9Fe")]
    [InlineData(Region.Europe, "Eu")]
    [InlineData(Region.Us, "Us")]
    [InlineData((Region)77, "77")]
    [InlineData((Region)(-77), "-77")]
    public void Enums_are_tokens_by_name_and_else_by_number(Region region, string token)
    {
        var subject = TokensSubject.Format("x", false, 'y', Guid.Empty, 1, 2, region);
        Assert.EndsWith($".{token}.v1", subject, StringComparison.Ordinal);
        Assert.True(TokensSubject.TryParse(subject, out _, out _, out _, out _, out _, out _, out var read));
        Assert.Equal(region, read);
    }

    [Theory]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.2.v1")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Europe.v1")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.eu.v1")]
    [InlineData("test.x.False.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v1")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v2")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v1.")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v1.x")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Eu")]
    [InlineData("test.x.false.y.00000000-0000-0000-0000-000000000000.40000.2.Eu.v1")]
    [InlineData("test.x.false.yy.00000000-0000-0000-0000-000000000000.1.2.Eu.v1")]
    [InlineData("test..false.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v1")]
    [InlineData("Test.x.false.y.00000000-0000-0000-0000-000000000000.1.2.Eu.v1")]
    [InlineData("")]
    public void What_no_message_is_published_on_is_not_parsed(string subject) =>
        Assert.False(TokensSubject.TryParse(subject, out _, out _, out _, out _, out _, out _, out _));

    [Fact]
    public void A_constant_subject_matches_itself()
    {
        Assert.Equal("test.scalars.v1", ScalarsSubject.Format());
        Assert.True(ScalarsSubject.TryParse("test.scalars.v1"));
        Assert.False(ScalarsSubject.TryParse("test.scalars.v2"));
        Assert.Equal("test.parts/v2", Contract<Parts>().Identity);
        Assert.Equal("test.parts.v2", PartsSubject.Filter);
    }

    [Fact]
    public void A_value_that_fits_no_token_is_refused_by_name()
    {
        var exception = Assert.Throws<SubjectFormatException>(() => Subject(new Tokens(new string('x', 300), true, 'a', Guid.Empty, 1, 2, Region.Eu)));
        Assert.Contains("'Text'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Text'", Assert.Throws<SubjectFormatException>(() => Subject(new Tokens(null!, true, 'a', Guid.Empty, 1, 2, Region.Eu))).Message, StringComparison.Ordinal);
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
            var subject = TokensSubject.Format("i", true, 'I', Guid.Empty, -1, 2, Region.None);
            Assert.Equal("test.i.true.I.00000000-0000-0000-0000-000000000000.-1.2.None.v1", subject);
            Assert.True(TokensSubject.TryParse(subject, out _, out _, out _, out _, out var number, out _, out _));
            Assert.Equal(-1, number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Subject<T>(T message)
        where T : IMessage<T> =>
        T.GetSubject(message);

    private static string? Key<T>(T message)
        where T : IMessage<T> =>
        T.GetIdempotencyKey(message);

    private static MessageContract Contract<T>()
        where T : IMessage<T> =>
        T.Contract;
}
