using Messaging.Codegen.Nats.Protocol;

namespace Messaging.Codegen.Nats.Tests.Protocol;

public class AckSubjectTests
{
    private static readonly DateTimeOffset Stored = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567);

    [Theory]
    [InlineData("$JS.ACK.ORDERS.billing.3.42.57.{0}.1000")]
    [InlineData("$JS.ACK.hub.ACCHASH.ORDERS.billing.3.42.57.{0}.1000")]
    [InlineData("$JS.ACK._.ACCHASH.ORDERS.billing.3.42.57.{0}.1000.random")]
    [InlineData("$JS.ACK._.ACCHASH.ORDERS.billing.3.42.57.{0}.1000.random.and.more")]
    public void Both_forms_tell_the_same(string form)
    {
        var nanoseconds = (Stored - DateTimeOffset.UnixEpoch).Ticks * 100;

        Assert.True(AckSubject.TryParse(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, nanoseconds), out var ack));

        Assert.Equal(new AckSubject(42, 3, Stored, 1000), ack);
    }

    [Theory]
    [InlineData("")]
    [InlineData("_INBOX.abc.1")]
    [InlineData("$JS.ACK")]
    [InlineData("$JS.ACK.S.c.1.2.3.4")]
    [InlineData("$JS.ACK.d.S.c.1.2.3.4.5")]
    [InlineData("$JS.ACK.S.c.one.2.3.4.5")]
    [InlineData("$JS.ACK.S.c.1.2.3.4.-5")]
    [InlineData("$JS.FC.S.c.1.2.3.4.5")]
    public void What_is_no_reply_subject_of_a_stored_message_is_not_read(string subject) =>
        Assert.False(AckSubject.TryParse(subject, out _));
}
