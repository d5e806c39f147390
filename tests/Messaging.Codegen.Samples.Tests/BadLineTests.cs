using System.Text;
using Messaging.Codegen.Samples.Tests.Running;

namespace Messaging.Codegen.Samples.Tests;

public sealed class BadLineTests
{
    [Fact]
    public async Task Bad_lines_of_CSV_are_reported_with_file_line_and_reason_and_the_rest_is_handled()
    {
        using var input = new InputFile(
            "orders.csv",
            """"
            order_id,region,customer,payment_token,total,sku,quantity,unit_price
            00000000-0000-4000-8000-000000000001,eu,"Müller, ""Söhne""",tok_ok,3.00,A1,1,1.00
            00000000-0000-4000-8000-000000000001,eu,"Müller, ""Söhne""",tok_ok,3.00,A2,2,1.00
            00000000-0000-4000-8000-000000000002,eu,"Never closed,tok_ok,1.00,A1,1,1.00
            00000000-0000-4000-8000-000000000003,us,Zoë,tok_ok,1.00,A1,many,1.00
            00000000-0000-4000-8000-000000000004,us,Zoë,tok_ok,1.00,A1

            00000000-0000-4000-8000-000000000005,us,Zoë,tok_ok,1.00,A1,1,1.00
            """");
        await using var run = await SampleProcess.RunAsync("Orders", "--input", input.Name);

        Assert.Equal(
            [
                $"{input.Name}:4: the quote of field 3 is not closed",
                $"{input.Name}:5: order 00000000-0000-4000-8000-000000000003: quantity 'many' is no whole number",
                $"{input.Name}:6: order 00000000-0000-4000-8000-000000000004: 6 fields instead of 8",
            ],
            run.Errors);
        Assert.Contains("input: 2 orders (0 of them published before), 3 bad lines left out", run.Output);
        Assert.Equal(new Ledger(Sent: 2, Handled: 2, Retrying: 0, DeadLettered: 0, Quarantined: 0, Lost: 0), Ledger.Of(run));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Bad_JSON_lines_are_reported_with_file_line_and_reason_and_the_rest_is_handled()
    {
        using var input = new InputFile(
            "orders.jsonl",
            """
            {"orderId":"00000000-0000-4000-8000-000000000001","region":"eu","customer":"さくら","paymentToken":"tok_ok","total":2.5,"lines":[{"sku":"A1","quantity":1,"unitPrice":2.5}]}
            {"orderId":"00000000-0000-4000-8000-000000000002","region":"eu"
            {"orderId":"00000000-0000-4000-8000-000000000003","region":"eu","customer":"Zoë","paymentToken":"tok_ok","total":2.5,"lines":[null]}
            {"region":"eu","total":2.5}
            {"orderId":"00000000-0000-4000-8000-000000000005","region":"eu","total":2.5,"lines":[]}
            {"orderId":"00000000-0000-4000-8000-000000000001","region":"us","customer":"Zoë","paymentToken":"tok_ok","total":1,"lines":[{"sku":"A1","quantity":1,"unitPrice":1}]}
            """);
        await using var run = await SampleProcess.RunAsync("Orders", "--input", input.Name);

        Assert.Equal(5, run.Errors.Count);
        Assert.StartsWith($"{input.Name}:2: ", run.Errors[0], StringComparison.Ordinal);
        Assert.Equal($"{input.Name}:3: order 00000000-0000-4000-8000-000000000003: a line names no article", run.Errors[1]);
        Assert.StartsWith($"{input.Name}:4: ", run.Errors[2], StringComparison.Ordinal);
        Assert.Contains("orderId", run.Errors[2], StringComparison.Ordinal);
        Assert.Equal($"{input.Name}:5: order 00000000-0000-4000-8000-000000000005: it needs a customer and a payment token", run.Errors[3]);
        Assert.Equal($"{input.Name}:6: order 00000000-0000-4000-8000-000000000001: the same id is in line 1", run.Errors[4]);
        Assert.Equal(1, Ledger.Of(run).Handled);
    }

    [Fact]
    public async Task The_bad_lines_of_the_dataset_are_known()
    {
        using var input = new InputFile("orders.csv", await File.ReadAllTextAsync(Samples.Dataset, Encoding.UTF8));
        var lines = new List<string>();
        Assert.Equal(3_000, global::Orders.OrderFile.Read(input.Name, badLine => lines.Add($"{badLine.Line}: {badLine.Reason.Split(": ")[^1]}")).Count());

        Assert.Equal(
            [
                "397: quantity 'two' is no whole number",
                "1805: the unit price -9.99 is not between 0 and 1000000",
                "2814: the region 'moon' is none of apac, eu, us",
                "4075: 9 fields instead of 8",
                "5086: order_id '4711' is no UUID",
                "6109: the quote of field 3 is not closed",
                "7122: its lines add up to 9.99, but its total is 99.99",
                "7618: the same id is in line 2",
            ],
            lines);
    }
}
