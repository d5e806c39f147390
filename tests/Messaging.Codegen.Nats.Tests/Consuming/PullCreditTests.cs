using Messaging.Codegen.Nats.Consuming;

namespace Messaging.Codegen.Nats.Tests.Consuming;

public class PullCreditTests
{
    [Fact]
    public void More_is_asked_for_when_half_is_used_up()
    {
        var credit = new PullCredit(10);

        Assert.Equal(10, credit.Take());
        Assert.Equal(0, credit.Take());
        Deliver(credit, 10);
        Assert.False(credit.Release(4));
        Assert.Equal(0, credit.Take());
        Assert.True(credit.Release(1));
        Assert.Equal(5, credit.Take());
    }

    [Fact]
    public void An_idle_consumer_asks_for_what_little_room_there_is()
    {
        var credit = new PullCredit(10);
        credit.Take();
        Deliver(credit, 10);

        Assert.Equal(0, credit.Take(isIdle: true));
        credit.Release(1);
        Assert.Equal(1, credit.Take(isIdle: true));
        Assert.Equal(0, credit.Take(isIdle: true));
    }

    [Fact]
    public void A_message_without_room_is_not_delivered()
    {
        var credit = new PullCredit(2);
        Deliver(credit, 2);

        Assert.False(credit.TryDeliver());
        credit.Release(1);
        Assert.True(credit.TryDeliver());
    }

    [Fact]
    public void What_does_not_come_may_be_asked_for_again()
    {
        var credit = new PullCredit(10);
        credit.Take();
        Deliver(credit, 3);

        credit.Return(7);
        Assert.Equal(7, credit.Take());
        credit.Reset();
        Assert.Equal(7, credit.Take());
    }

    [Fact]
    public void A_limit_of_the_server_is_kept()
    {
        var credit = new PullCredit(10);
        credit.Limit(4);

        Assert.Equal(4, credit.Take());
        Assert.Equal(4, credit.Take());
        Assert.Equal(0, credit.Take());
    }

    [Fact]
    public void Whatever_happens_no_more_is_out_than_the_prefetch()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var prefetch = random.Next(1, 20);
            var credit = new PullCredit(prefetch);
            var (onServer, buffered) = (0, 0);
            for (var step = 0; step < 200; step++)
            {
                switch (random.Next(5))
                {
                    case 0:
                        onServer += credit.Take(random.Next(2) == 0);
                        break;
                    case 1 when onServer > 0:
                        onServer--;
                        Assert.True(credit.TryDeliver());
                        buffered++;
                        break;
                    case 2 when buffered > 0:
                        var released = random.Next(1, buffered + 1);
                        buffered -= released;
                        credit.Release(released);
                        break;
                    case 3 when onServer > 0:
                        var expired = random.Next(1, onServer + 1);
                        onServer -= expired;
                        credit.Return(expired);
                        break;
                    case 4:
                        // The connection is lost, and with it what was asked for.
                        onServer = 0;
                        credit.Reset();
                        break;
                }

                Assert.Equal(onServer, credit.Requested);
                Assert.InRange(onServer + buffered, 0, prefetch);
            }
        }
    }

    private static void Deliver(PullCredit credit, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(credit.TryDeliver());
        }
    }
}
