namespace Messaging.Codegen.Benchmarks.Payloads;

internal static class RandomExtensions
{
    private const string IdentifierCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";

    public static Guid NextGuid(this Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public static string NextIdentifier(this Random random, int length) =>
        new(random.GetItems(IdentifierCharacters.AsSpan(), length));

    public static string NextSentence(this Random random, string[] words, int count) =>
        string.Join(' ', random.GetItems(words, count));

    /// <summary>A price with two digits behind the point.</summary>
    public static decimal NextPrice(this Random random, int from, int to) =>
        new(random.Next(from * 100, to * 100), 0, 0, isNegative: false, scale: 2);

    /// <summary>A time of the years around 2026 with full resolution.</summary>
    public static DateTime NextTime(this Random random) =>
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 700));
}
