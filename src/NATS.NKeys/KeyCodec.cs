using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NATS.NKeys;

/// <summary>
/// The text form of keys: base32 of a prefix, 32 bytes of key material and a little-endian CRC-16.
/// A public key has one prefix byte (its role). A seed has two: the mark of a seed in the upper five bits,
/// then the eight bits of the role, so that the text begins with <c>S</c> and the role's letter.
/// </summary>
internal static class KeyCodec
{
    public const int KeySize = 32;

    private const int SeedMark = 18 << 3;
    private const int PublicPrefixSize = 1;
    private const int SeedPrefixSize = 2;
    private const int ChecksumSize = sizeof(ushort);

    public static string EncodePublicKey(PrefixByte role, ReadOnlySpan<byte> key) => Encode([(byte)role], key);

    public static string EncodeSeed(PrefixByte role, ReadOnlySpan<byte> seed) =>
        Encode([(byte)(SeedMark | ((byte)role >> 5)), (byte)(((byte)role & 0b1_1111) << 3)], seed);

    public static bool TryDecodePublicKey(ReadOnlySpan<char> text, out PrefixByte role, Span<byte> key)
    {
        Span<byte> raw = stackalloc byte[PublicPrefixSize + KeySize + ChecksumSize];
        role = default;
        if (!TryDecode(text, raw))
        {
            return false;
        }

        role = (PrefixByte)raw[0];
        raw.Slice(PublicPrefixSize, KeySize).CopyTo(key);
        return Enum.IsDefined(role);
    }

    public static bool TryDecodeSeed(ReadOnlySpan<char> text, out PrefixByte role, Span<byte> seed)
    {
        Span<byte> raw = stackalloc byte[SeedPrefixSize + KeySize + ChecksumSize];
        role = default;
        try
        {
            if (!TryDecode(text, raw) || (raw[0] & 0b1111_1000) != SeedMark || (raw[1] & 0b111) != 0)
            {
                return false;
            }

            role = (PrefixByte)((raw[0] << 5) | (raw[1] >> 3));
            raw.Slice(SeedPrefixSize, KeySize).CopyTo(seed);
            return Enum.IsDefined(role);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(raw);
        }
    }

    private static string Encode(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> key)
    {
        Span<byte> raw = stackalloc byte[prefix.Length + KeySize + ChecksumSize];
        prefix.CopyTo(raw);
        key.CopyTo(raw[prefix.Length..]);
        BinaryPrimitives.WriteUInt16LittleEndian(raw[^ChecksumSize..], Crc16.Compute(raw[..^ChecksumSize]));
        var text = Base32.Encode(raw);
        CryptographicOperations.ZeroMemory(raw);
        return text;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> raw) =>
        Base32.TryDecode(text, raw)
        && BinaryPrimitives.ReadUInt16LittleEndian(raw[^ChecksumSize..]) == Crc16.Compute(raw[..^ChecksumSize]);
}
