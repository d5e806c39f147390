using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Handlers;

public sealed class WhereTests
{
    [Theory]
    [InlineData("", "orders.*.*.*.*.*.routed")]
    [InlineData("[Where(nameof(OrderRouted.Region), \"eu\")]", "orders.eu.*.*.*.*.routed")]
    [InlineData("[Where(\"Region\", \"us\", \"eu\", \"us\")]", "orders.eu.*.*.*.*.routed orders.us.*.*.*.*.routed")]
    [InlineData("[Where(\"Region\", \"a.b *>%\")]", "orders.a%2Eb%20%2A%3E%25.*.*.*.*.routed")]
    [InlineData("[Where(\"Region\", \"\")]", "orders.%.*.*.*.*.routed")]
    [InlineData("[Where(\"Region\", \"Zürich\")]", "orders.Z%C3%BCrich.*.*.*.*.routed")]
    [InlineData("[Where(\"Channel\", nameof(Channel.Phone))]", "orders.*.Phone.*.*.*.routed")]
    [InlineData("[Where(\"Channel\", \"Telephone\")]", "orders.*.Phone.*.*.*.routed")]
    [InlineData("[Where(\"Priority\", \"-128\", \"007\")]", "orders.*.*.-128.*.*.routed orders.*.*.7.*.*.routed")]
    [InlineData("[Where(\"Express\", \"true\")]", "orders.*.*.*.true.*.routed")]
    [InlineData("[Where(\"Order\", \"{0F8FAD5B-D9CB-469F-A165-70867728950E}\")]", "orders.*.*.*.*.0f8fad5b-d9cb-469f-a165-70867728950e.routed")]
    [InlineData("[Where(\"Region\", \"eu\", \"us\"), Where(\"Express\", \"true\", \"false\")]", "orders.eu.*.*.false.*.routed orders.eu.*.*.true.*.routed orders.us.*.*.false.*.routed orders.us.*.*.true.*.routed")]
    [InlineData("[Where(\"Region\", \"eu\", \"us\"), Where(\"Region\", \"us\", \"cn\")]", "orders.us.*.*.*.*.routed")]
    public void Narrows_the_filter(string attributes, string filters)
    {
        var run = ShopSource.With($"namespace Shop; public sealed class Billing {{ [Handler(\"a\")] {attributes} public void Handle(OrderRouted order) {{ }} }}").Run();
        var module = run.File("Module.g.cs");
        Assert.All(filters.Split(' '), filter => Assert.Contains($"module.AddRoute<global::Shop.OrderRouted>(\"{filter}\", ", module, StringComparison.Ordinal));
        Assert.All(filters.Split(' '), filter => Assert.Contains($"(\"consumer:a route {filter} orders.routed/v1    # CLR ", module, StringComparison.Ordinal));
        Assert.Equal(filters.Split(' ').Length, module.Split("AddRoute<").Length - 1);
    }

    [Theory]
    [InlineData("[Where(\"Region\")]", "no value is given for 'Region'")]
    [InlineData("[Where(\"Region\", null!)]", "no value is given for 'Region'")]
    [InlineData("[Where(\"Region\", \"eu\", null!)]", "a value for 'Region' is null")]
    [InlineData("[Where(\"region\", \"eu\")]", "it has no placeholder '{region}'")]
    [InlineData("[Where(\"Nothing\", \"eu\")]", "it has no placeholder '{Nothing}'")]
    [InlineData("[Where(\"Channel\", \"Fax\")]", "'Shop.Channel' has no member 'Fax'")]
    [InlineData("[Where(\"Channel\", \"1\")]", "'Shop.Channel' has no member '1'")]
    [InlineData("[Where(\"Priority\", \"128\")]", "\"128\" is no 'sbyte'")]
    [InlineData("[Where(\"Priority\", \"high\")]", "\"high\" is no 'sbyte'")]
    [InlineData("[Where(\"Express\", \"True\")]", "\"True\" is no 'bool'")]
    [InlineData("[Where(\"Order\", \"42\")]", "\"42\" is no 'System.Guid'")]
    [InlineData("[Where(\"Region\", \"eu\"), Where(\"Region\", \"us\")]", "no value of 'Region' satisfies all of them")]
    [InlineData("[Where(\"Priority\", \"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\"), Where(\"Region\", \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\")]", "it makes more than 64 filters")]
    public void Refuses_what_cannot_narrow(string attributes, string message)
    {
        var diagnostic = Assert.Single(ParserReport.Of(ShopSource.With(
            $"namespace Shop; public sealed class Billing {{ [Handler(\"a\")] {attributes} public void Handle(OrderRouted order) {{ }} }}")));
        Assert.Equal("MSG210", diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_subject_without_placeholders()
    {
        var diagnostic = Assert.Single(ParserReport.Of(ShopSource.With(
            "namespace Shop; public sealed class Billing { [Handler(\"a\"), Where(\"OrderId\", \"x\")] public void Handle(PaymentRequested payment) { } }")));
        Assert.Contains("use a content filter", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
