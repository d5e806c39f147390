using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Damages payloads: mostly at the first bytes of tokens, where it hurts.</summary>
internal static class Mutation
{
    private static readonly byte[] Codes = [0x00, 0x7f, 0x80, 0x90, 0x93, 0xa0, 0xa5, .. Enumerable.Range(0xc0, 0x21).Select(code => (byte)code), 0xff];

    public static byte[] Of(byte[] payload, Random random)
    {
        List<byte> bytes = [.. payload];
        for (int n = random.Next(3) == 0 ? 3 : 1; n > 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(3) == 0 ? random.Next(bytes.Count) : TokenStart([.. bytes], random);
            switch (random.Next(12))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4 when bytes.Count > at + 8:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, 8)));
                    break;
                case 5 or 6 or 7:
                    bytes[Math.Min(at + random.Next(1, 9), bytes.Count - 1)] ^= (byte)random.Next(256);
                    break;
                default:
                    bytes[at] = Codes[random.Next(Codes.Length)];
                    break;
            }
        }
        return [.. bytes];
    }

    private static int TokenStart(ReadOnlySpan<byte> bytes, Random random)
    {
        List<int> starts = [0];
        while (Token.TryMeasure(bytes[starts[^1]..], out int size, out _) && starts[^1] + size < bytes.Length)
            starts.Add(starts[^1] + size);
        return starts[random.Next(starts.Count)];
    }
}
