using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Reads that may fail, but only as they are meant to.</summary>
internal static class Attempt
{
    /// <summary>The message, or null when the payload is refused. Anything but the one exception fails the test.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> payload)
        where T : class, IMessage<T>
    {
        try
        {
            return MessageSerializer.Deserialize<T>(payload);
        }
        catch (MessageFormatException e)
        {
            Assert.InRange(e.Offset, 0, payload.Length);
            Assert.NotEmpty(e.Expected);
            Assert.NotEmpty(e.Found);
            return null;
        }
    }

    public static MessageFormatException Refuse<T>(byte[] payload)
        where T : IMessage<T> => Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<T>(payload));

    public delegate T Reading<T>(ref PackReader reader);

    /// <summary>Reads one value that must take up the payload.</summary>
    public static T Value<T>(byte[] payload, Reading<T> read)
    {
        var reader = new PackReader(payload, "test");
        T value = read(ref reader);
        Assert.True(reader.End);
        return value;
    }

    public static MessageFormatException RefuseValue<T>(byte[] payload, Reading<T> read) =>
        Assert.Throws<MessageFormatException>(() => Value(payload, read));
}
