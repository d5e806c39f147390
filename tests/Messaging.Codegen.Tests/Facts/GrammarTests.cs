using System.Reflection;
using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Tests.Facts;

/// <summary>What the generator prints is what the parsers read.</summary>
public sealed class GrammarTests
{
    [Fact]
    public void The_file_has_the_lines_that_the_loaded_assembly_has()
    {
        var loaded = typeof(GrammarTests).Assembly.GetCustomAttributes<MessagingFactAttribute>().Select(static fact => fact.Line);

        Assert.Equal(loaded.Order(StringComparer.Ordinal), TestFacts.Lines.Order(StringComparer.Ordinal));
        Assert.Contains("test.scalars/v1", TestFacts.All.Contracts);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Throws<BadImageFormatException>(() => AssemblyFacts.Read(new MemoryStream([1, 2, 3])));
        using var without = File.OpenRead(typeof(object).Assembly.Location);
        Assert.Empty(AssemblyFacts.Read(without));
    }

    [Fact]
    public void Every_line_of_the_generator_is_understood_to_the_last_word()
    {
        foreach (var text in TestFacts.Lines)
        {
            var line = FactLine.Parse(text)!;
            Assert.Equal(text, line.ToString());
            var type = line.Kind switch
            {
                FactKinds.Key => Same(line.Value, KeyFact.Parse(line.Value)).Member.Type,
                FactKinds.Name => Same(line.Value, NameFact.Parse(line.Value)).Member.Type,
                FactKinds.Case => Same(line.Value, CaseFact.Parse(line.Value)).Type,
                FactKinds.Value => Same(line.Value, ValueFact.Parse(line.Value)).Name,
                _ => null,
            };
            if (type is not null)
            {
                Same(type, WireType.Parse(type));
            }
        }

        static T Same<T>(string text, T? parsed)
            where T : class
        {
            Assert.NotNull(parsed);
            Assert.Equal(text, parsed.ToString());
            return parsed;
        }
    }

    [Theory]
    [InlineData("i32")]
    [InlineData("orders.line/v1?")]
    [InlineData("[part:Line?]")]
    [InlineData("{enum:Small:[[u8]?]}")]
    [InlineData("{str:{i64:bool?}}?")]
    [InlineData("{converter:Hex:[converter:Hex?]}")]
    [InlineData("(str,part:Point,{i32:union:IPayment})")]
    public void Types_are_read(string text) => Assert.Equal(text, WireType.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[i32")]
    [InlineData("[i32,i32]")]
    [InlineData("{i32}")]
    [InlineData("{i32:i32:i32}")]
    [InlineData("i32]")]
    [InlineData("i32??")]
    [InlineData("()")]
    [InlineData("[enum:]")]
    public void What_is_no_type_is_refused(string text) => Assert.Null(WireType.Parse(text));

    [Fact]
    public void Types_of_any_depth_do_no_harm() => Assert.Null(WireType.Parse(new string('[', 1_000_000) + "i32" + new string(']', 1_000_000)));

    [Theory]
    [InlineData("")]
    [InlineData("000")]
    [InlineData("000 Name")]
    [InlineData("-01 Name i32")]
    [InlineData("abc Name i32")]
    [InlineData("003 *RESERVED* legacyCode i32")]
    public void What_is_no_member_is_refused(string text) => Assert.Null(KeyFact.Parse(text));

    [Fact]
    public void Members_have_their_mark_and_their_default()
    {
        Assert.Equal(new KeyFact(7, new MemberFact("Text", "str", true, null)), KeyFact.Parse("007 Text str!"));
        Assert.Equal(new KeyFact(1234, new MemberFact("Text", "str?", false, "\"a  b\"")), KeyFact.Parse("1234 Text str? =\"a  b\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("city")]
    [InlineData("größe 中")]
    [InlineData(" \t\n\u00a0")]
    [InlineData("a \"quote\" and a \\")]
    [InlineData("😀")]
    public void Texts_have_no_blanks_and_come_back(string text)
    {
        var quoted = FactText.Quote(text);
        Assert.DoesNotContain(quoted, char.IsWhiteSpace);
        Assert.Equal(text, FactText.Unquote(quoted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("city")]
    [InlineData("\"\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    public void What_is_no_text_is_refused(string text) => Assert.Null(FactText.Unquote(text));
}
