using Messaging.Codegen.Samples.Tests.Running;

namespace Messaging.Codegen.Samples.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("unknown option '--fast'", "--fast")]
    [InlineData("unknown option 'orders.csv'", "orders.csv")]
    [InlineData("--nats needs a value", "--nats")]
    [InlineData("--role must be all, publisher or consumer, not 'both'", "--role", "both")]
    [InlineData("--role must be all, publisher or consumer, not '7'", "--role", "7")]
    [InlineData("--role consumer needs --nats", "--role", "consumer")]
    [InlineData("--exit-when-idle must be a number of seconds, not 'soon'", "--exit-when-idle", "soon")]
    [InlineData("--exit-when-idle needs --role consumer", "--exit-when-idle", "5")]
    [InlineData("there is no file 'missing.csv'", "--input", "missing.csv")]
    [InlineData("--input must be a .csv or .jsonl file, not 'orders.xml'", "--input", "orders.xml")]
    public async Task Wrong_arguments_are_said_with_exit_code_2(string problem, params string[] arguments)
    {
        await using var run = await SampleProcess.RunAsync("Orders", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: " + problem, run.Errors[0], StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        await using var run = await SampleProcess.RunAsync("Orders", "--help");

        Assert.Equal(0, run.ExitCode);
        var text = string.Join('\n', run.Output);
        Assert.All(["--nats", "--input", "--role", "--exit-when-idle", "--verbose", "--help"], option => Assert.Contains(option, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error()
    {
        // Port 1 is reserved: nothing listens there.
        await using var run = await SampleProcess.RunAsync("Orders", "--nats", "nats://127.0.0.1:1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: ", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1", run.Errors[0], StringComparison.Ordinal);
    }
}
