using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Serialization;

public static partial class Get
{
    /// <summary>Reads a string; null for nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte String(ref byte p, scoped ref PackReader reader, out string? value)
    {
        if (reader.TryShortText(ref p, out int length))
        {
            value = Utf8Decoder.Decode(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, 1), length));
            return ref Unsafe.Add(ref p, 1 + length);
        }
        value = reader.TakeString(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a Guid from its 36 characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Guid(ref byte p, scoped ref PackReader reader, out Guid value)
    {
        if (reader.TryGuid(ref p, out value))
            return ref Unsafe.Add(ref p, Put.GuidBytes);
        value = reader.TakeGuid(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a decimal from invariant text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Decimal(ref byte p, scoped ref PackReader reader, out decimal value)
    {
        if (reader.TryShortText(ref p, out int length) && reader.TryDecimal(ref Unsafe.Add(ref p, 1), length, out value))
            return ref Unsafe.Add(ref p, 1 + length);
        value = reader.TakeDecimal(ref p);
        return ref reader.Position;
    }
}
