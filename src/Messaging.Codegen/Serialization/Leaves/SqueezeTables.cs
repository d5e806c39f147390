namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Byte shuffles that close the gaps between the lanes of a vector, 16 bytes for each of 256 masks. Output bytes that nothing moves to are 0x80, which
/// every shuffle instruction turns into zero.
/// </summary>
internal static class SqueezeTables
{
    public const int EntryBytes = 16;

    /// <summary>Mask: bit n set when lane n (16 bits) is to be kept.</summary>
    public static readonly byte[] Lanes16 = Build(static mask => Sources(8, lane => (mask >> lane & 1) == 1 ? (2 * lane, 2) : (0, 0)));

    /// <summary>Mask: bit n set when only the first byte of lane n (16 bits) is to be kept, else both are.</summary>
    public static readonly byte[] OneOrTwoBytes = Build(static mask => Sources(8, lane => (2 * lane, (mask >> lane & 1) == 1 ? 1 : 2)));

    /// <summary>
    /// Lanes of 32 bits whose first three bytes are in use. Mask: bit n set when the first of lane n is to be dropped, bit n + 4 (never alone) when the
    /// second is too.
    /// </summary>
    public static readonly byte[] OneToThreeBytes = Build(static mask => Sources(4, lane =>
    {
        int dropped = (mask >> lane & 1) + (mask >> (lane + 4) & 1);
        return (4 * lane + dropped, 3 - dropped);
    }));

    private static byte[] Build(Func<int, IEnumerable<int>> sources)
    {
        var table = new byte[256 * EntryBytes];
        table.AsSpan().Fill(0x80);
        for (int mask = 0; mask < 256; mask++)
        {
            int at = mask * EntryBytes;
            foreach (int source in sources(mask))
                table[at++] = (byte)source;
        }
        return table;
    }

    private static IEnumerable<int> Sources(int lanes, Func<int, (int From, int Count)> kept)
    {
        for (int lane = 0; lane < lanes; lane++)
        {
            (int from, int count) = kept(lane);
            for (int i = 0; i < count; i++)
                yield return from + i;
        }
    }
}
