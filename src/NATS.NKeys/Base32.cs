namespace NATS.NKeys;

/// <summary>Base32 of RFC 4648 without padding. Only the canonical form decodes: upper case, unused bits zero.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerCharacter = 5;
    private const int BitsPerByte = 8;

    public static string Encode(ReadOnlySpan<byte> data)
    {
        var length = ((data.Length * BitsPerByte) + BitsPerCharacter - 1) / BitsPerCharacter;
        return string.Create(length, data, static (characters, bytes) =>
        {
            uint pending = 0;
            var pendingBits = 0;
            var written = 0;
            foreach (var value in bytes)
            {
                pending = (pending << BitsPerByte) | value;
                pendingBits += BitsPerByte;
                while (pendingBits >= BitsPerCharacter)
                {
                    pendingBits -= BitsPerCharacter;
                    characters[written++] = Alphabet[(int)(pending >> pendingBits) & 31];
                }
            }

            if (pendingBits > 0)
            {
                characters[written] = Alphabet[(int)(pending << (BitsPerCharacter - pendingBits)) & 31];
            }
        });
    }

    /// <summary>Fills <paramref name="data"/> exactly.</summary>
    /// <returns><see langword="false"/> if the text is not the canonical encoding of that many bytes.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> data)
    {
        if (text.Length != ((data.Length * BitsPerByte) + BitsPerCharacter - 1) / BitsPerCharacter)
        {
            return false;
        }

        uint pending = 0;
        var pendingBits = 0;
        var written = 0;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            pending = (pending << BitsPerCharacter) | (uint)value;
            pendingBits += BitsPerCharacter;
            if (pendingBits >= BitsPerByte)
            {
                pendingBits -= BitsPerByte;
                data[written++] = (byte)(pending >> pendingBits);
            }
        }

        return (pending & ((1u << pendingBits) - 1)) == 0;
    }
}
