namespace Messaging.Codegen.Tests.Transports;

/// <summary>Headers as they were received.</summary>
public class MessageHeadersTests
{
    [Fact]
    public async Task Threads_that_read_at_once_find_the_same()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var headers = MessageHeaders.FromLines("Nats-Msg-Id: 1\r\nNote: a\r\nNote: b\r\n"u8.ToArray());
            using var start = new Barrier(2);
            var read = await Task.WhenAll(Read(), Read());
            Assert.All(read, static found => Assert.Equal(("1", "a", 3), found));

            Task<(string?, string?, int)> Read() => Task.Run(() =>
            {
                start.SignalAndWait();
                return (headers["nats-msg-id"], headers["Note"], headers.Count);
            });
        }
    }
}
