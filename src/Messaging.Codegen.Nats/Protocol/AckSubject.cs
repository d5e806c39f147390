namespace Messaging.Codegen.Nats.Protocol;

/// <summary>
/// What the reply subject of a delivered message tells:
/// <c>$JS.ACK.stream.consumer.delivered.streamSeq.consumerSeq.timestamp.pending</c>, or with domain and account before the stream,
/// and perhaps more tokens at the end.
/// </summary>
/// <param name="Sequence">The message's sequence in the stream.</param>
/// <param name="DeliveryCount">How often it was delivered, this time included.</param>
/// <param name="Timestamp">When it was stored.</param>
/// <param name="Pending">How many messages wait behind it for the consumer.</param>
internal readonly record struct AckSubject(ulong Sequence, int DeliveryCount, DateTimeOffset Timestamp, ulong Pending)
{
    private const int ShortForm = 9;
    private const int LongForm = 11;

    // Tokens after these many: stream, consumer.
    private const int ShortPrefix = 4;
    private const int LongPrefix = 6;

    /// <summary>Reads a reply subject.</summary>
    /// <returns>False when it is not that of a stored message.</returns>
    public static bool TryParse(ReadOnlySpan<char> subject, out AckSubject ack)
    {
        ack = default;
        if (!subject.StartsWith("$JS.ACK.", StringComparison.Ordinal))
        {
            return false;
        }

        var prefix = (subject.Count('.') + 1) switch
        {
            ShortForm => ShortPrefix,
            >= LongForm => LongPrefix,
            _ => 0,
        };
        if (prefix == 0)
        {
            return false;
        }

        for (var skipped = 0; skipped < prefix; skipped++)
        {
            Next(ref subject);
        }

        if (!int.TryParse(Next(ref subject), out var delivered)
            || !ulong.TryParse(Next(ref subject), out var sequence)
            || !ulong.TryParse(Next(ref subject), out _)
            || !long.TryParse(Next(ref subject), out var nanoseconds)
            || !ulong.TryParse(Next(ref subject), out var pending))
        {
            return false;
        }

        ack = new AckSubject(sequence, delivered, DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick), pending);
        return true;
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> subject)
    {
        var dot = subject.IndexOf('.');
        var token = dot < 0 ? subject : subject[..dot];
        subject = dot < 0 ? default : subject[(dot + 1)..];
        return token;
    }
}
