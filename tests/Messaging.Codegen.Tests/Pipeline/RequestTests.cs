using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_is_answered_and_nothing_is_stored()
    {
        await using var host = await PipelineHost.StartAsync("calculator");
        var client = host.Services.GetRequiredService<IRequestClient<Square, Squared>>();
        Assert.Equal(new Squared(144), await client.RequestAsync(new Square(12)));
        Assert.Empty(await host.ReadAsync("PIPE"));
    }

    [Fact]
    public async Task A_failed_request_says_what_failed()
    {
        await using var host = await PipelineHost.StartAsync("calculator", b => b.Answer = _ => throw new InvalidOperationException("no\nroots"));
        var client = host.Services.GetRequiredService<IRequestClient<Square, Squared>>();
        var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await client.RequestAsync(new Square(-1)));
        Assert.Equal("InvalidOperationException: no roots", failure.Reason);
    }

    [Fact]
    public async Task A_request_that_nobody_handles_says_so()
    {
        await using var host = await PipelineHost.StartAsync("calculator");
        var client = host.Services.GetRequiredService<IRequestClient<NobodyAnswers, Squared>>();
        var failure = await Assert.ThrowsAsync<NoRespondersException>(async () => await client.RequestAsync(new NobodyAnswers(1)));
        Assert.Equal("ask.nobody.v1", failure.Subject);
    }

    [Fact]
    public async Task A_request_ends_at_its_deadline()
    {
        using var release = new ManualResetEventSlim();
        await using var host = await PipelineHost.StartAsync("calculator", b => b.Answer = request =>
        {
            release.Wait(PipelineHost.Patience);
            return request.Number;
        });
        var client = host.Services.GetRequiredService<IRequestClient<Square, Squared>>();
        await Assert.ThrowsAsync<RequestTimeoutException>(async () => await client.RequestAsync(new Square(1), TimeSpan.FromMilliseconds(100)));
        release.Set();
    }
}
