using System.Buffers;
using System.Text;
using Messaging.Codegen.Nats.Consuming;
using Messaging.Codegen.Nats.Protocol;

namespace Messaging.Codegen.Nats.Tests.Protocol;

public class StatusLineTests
{
    [Theory]
    [InlineData("NATS/1.0 100 Idle Heartbeat\r\nNats-Last-Consumer: 1\r\n\r\n", 100, "Idle Heartbeat", null)]
    [InlineData("NATS/1.0 408 Request Timeout\r\nNats-Pending-Messages: 7\r\nNats-Pending-Bytes: 0\r\n\r\n", 408, "Request Timeout", 7)]
    [InlineData("NATS/1.0 503\r\n\r\n", 503, "", null)]
    [InlineData("NATS/1.0 409 Consumer Deleted\r\n\r\n", 409, "Consumer Deleted", null)]
    public void A_status_is_read(string block, int code, string description, int? pending)
    {
        Assert.True(StatusLine.TryParse(Bytes(block), out var status));

        Assert.Equal(new StatusLine(code, description, pending), status);
    }

    [Theory]
    [InlineData("NATS/1.0\r\nA: b\r\n\r\n")]
    [InlineData("NATS/1.0 \r\n\r\n")]
    [InlineData("")]
    public void The_headers_of_a_message_are_no_status(string block) => Assert.False(StatusLine.TryParse(Bytes(block), out _));

    [Theory]
    [InlineData(100, "Idle Heartbeat", PullAnswer.Alive)]
    [InlineData(404, "No Messages", PullAnswer.Ended)]
    [InlineData(408, "Request Timeout", PullAnswer.Ended)]
    [InlineData(408, "Interest Expired", PullAnswer.Ended)]
    [InlineData(409, "Batch Completed", PullAnswer.Ended)]
    [InlineData(409, "Leadership Change", PullAnswer.Void)]
    [InlineData(409, "Consumer Deleted", PullAnswer.Missing)]
    [InlineData(409, "Consumer is push based", PullAnswer.Missing)]
    [InlineData(503, "", PullAnswer.Missing)]
    [InlineData(409, "Exceeded MaxWaiting", PullAnswer.Refused)]
    [InlineData(409, "Exceeded MaxRequestBatch of 10", PullAnswer.Refused)]
    [InlineData(409, "Server Shutdown", PullAnswer.Refused)]
    [InlineData(409, "what a later server says", PullAnswer.Refused)]
    [InlineData(400, "Bad Request", PullAnswer.Refused)]
    internal void A_status_means_something_for_its_pull(int code, string description, PullAnswer expected) =>
        Assert.Equal(expected, PullAnswers.Classify(new StatusLine(code, description, null)));

    [Fact]
    public void The_server_says_how_large_a_pull_may_be()
    {
        Assert.Equal(10, PullAnswers.BatchLimit(new StatusLine(409, "Exceeded MaxRequestBatch of 10", null)));
        Assert.Null(PullAnswers.BatchLimit(new StatusLine(409, "Exceeded MaxWaiting", null)));
    }

    private static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.ASCII.GetBytes(text));
}
