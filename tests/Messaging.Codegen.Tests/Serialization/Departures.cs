using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Where our reader is meant to accept more than MessagePack-CSharp: nil for an absent member, and whole floats for integers.</summary>
internal static class Departures
{
    public static bool OfScalars(byte[] payload) => Contains(payload, Code.Nil) || OfIntegers(payload);

    public static bool OfIntegers(byte[] payload) => Contains(payload, Code.Float32) || Contains(payload, Code.Float64);

    private static bool Contains(ReadOnlySpan<byte> payload, byte code)
    {
        while (Token.TryMeasure(payload, out int size, out _))
        {
            if (payload[0] == code && (code == Code.Nil || IsWhole(payload[..size])))
                return true;
            payload = payload[size..];
        }
        return false;
    }

    private static bool IsWhole(ReadOnlySpan<byte> token) =>
        Token.IsWhole(new PackReader(token, "test").ReadDouble(), out _, out _);
}
