using Orders;

namespace Messaging.Codegen.Samples.Tests.Input;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("a,b\n", "a|b")]
    [InlineData("a,b\r\n", "a|b")]
    [InlineData("a,", "a|")]
    [InlineData(",", "|")]
    [InlineData("\"a\",\"b\"", "a|b")]
    [InlineData("\"\",\"\"", "|")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"a\"\"b\"\"\"", "a\"b\"")]
    [InlineData("\"a\nb\",c", "a\nb|c")]
    [InlineData(" a , b ", " a | b ")]
    public void Reads_a_record(string text, string fields)
    {
        var record = Assert.Single(Read(text));
        Assert.Null(record.Error);
        Assert.Equal(fields, string.Join('|', record.Fields));
    }

    [Theory]
    [InlineData("a\"b,c", "field 1 has a double quote where none may be")]
    [InlineData("a,\"b\"c", "field 2 has a double quote where none may be")]
    [InlineData("a,\"b", "the quote of field 2 is not closed")]
    [InlineData("a,\"", "the quote of field 2 is not closed")]
    public void Says_what_is_wrong_with_a_record(string text, string error)
    {
        var record = Assert.Single(Read(text));
        Assert.Equal((error, 0), (record.Error, record.Fields.Count));
    }

    [Fact]
    public void Counts_lines_not_records()
    {
        Assert.Equal([1, 4, 6], Read("\"a\nb\nc\"\nd\n\ne").Select(record => record.Line));
    }

    [Theory]
    [InlineData("b,c\nd,e")]
    [InlineData("b,\"c\"\nd,e")]
    public void Goes_on_behind_a_quote_that_nobody_closes(string rest)
    {
        var records = Read("x,\"y\n" + rest);
        Assert.Equal([1, 2, 3], records.Select(record => record.Line));
        Assert.NotNull(records[0].Error);
        Assert.Equal(["b|c", "d|e"], records.Skip(1).Select(record => string.Join('|', record.Fields)));
    }

    [Fact]
    public void Does_not_read_the_whole_file_for_a_quote_that_nobody_closes()
    {
        var lines = Enumerable.Range(2, 1_000).Select(line => $"{line},z");
        var records = Read("x,\"y\n" + string.Join('\n', lines));
        Assert.Equal(Enumerable.Range(1, 1_001), records.Select(record => record.Line));
        Assert.Equal(records.Skip(1).Select(record => $"{record.Line}"), records.Skip(1).Select(record => record.Fields[0]));
    }

    private static List<CsvRecord> Read(string text) => [.. new CsvReader(new StringReader(text)).Read()];
}
