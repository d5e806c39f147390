using MessagePack;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>MessagePack-CSharp with its standard resolver, against which bytes and values are compared.</summary>
internal static class Oracle
{
    public static byte[] Write<T>(T value) => MessagePackSerializer.Serialize(value, MessagePackSerializerOptions.Standard);

    public static T Read<T>(byte[] payload) => MessagePackSerializer.Deserialize<T>(payload, MessagePackSerializerOptions.Standard);

    /// <summary>The value, or null when it refuses the payload. Bytes behind the value are refused too, which it would let pass.</summary>
    public static T? TryRead<T>(byte[] payload)
        where T : class
    {
        try
        {
            var reader = new MessagePackReader(payload);
            T? value = MessagePackSerializer.Deserialize<T?>(ref reader, MessagePackSerializerOptions.Standard);
            return reader.End ? value : null;
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Equality through bytes: floats that are not numbers and the elements of collections count too.</summary>
    public static void AssertSame<T>(T expected, T actual, string because) =>
        Assert.True(Write(expected).AsSpan().SequenceEqual(Write(actual)), because);
}
