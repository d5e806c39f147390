namespace NATS.NKeys;

/// <summary>CRC-16/XMODEM: polynomial 0x1021, initial value 0, no reflection, no final XOR.</summary>
internal static class Crc16
{
    private const ushort Polynomial = 0x1021;

    public static ushort Compute(ReadOnlySpan<byte> data)
    {
        ushort crc = 0;
        foreach (var value in data)
        {
            crc ^= (ushort)(value << 8);
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (ushort)((crc << 1) ^ Polynomial) : (ushort)(crc << 1);
            }
        }

        return crc;
    }
}
