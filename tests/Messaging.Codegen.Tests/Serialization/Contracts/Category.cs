using MessagePack;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization.Contracts;

/// <summary>A contract that contains itself.</summary>
[MessagePackObject]
public sealed record Category : IMessage<Category>
{
    [Key(0)] public int Number { get; init; }
    [Key(1)] public Category? Child { get; set; }

    static MessageContract IMessage<Category>.Contract { get; } = TestContract.Named("test.category");

    static string IMessage<Category>.GetSubject(Category message) => "test.category";

    static string? IMessage<Category>.GetIdempotencyKey(Category message) => null;

    static void IMessage<Category>.Write(ref PackWriter writer, Category message) => WriteBody(ref writer, message);

    static Category IMessage<Category>.Read(ref PackReader reader) => ReadBody(ref reader);

    private static void WriteBody(ref PackWriter writer, Category message)
    {
        writer.Enter();
        ref byte p = ref writer.Reserve(Put.FixArrayHeaderBytes + Put.Int32Bytes);
        p = ref Put.FixArrayHeader(ref p, 2);
        p = ref Put.Int32(ref p, message.Number);
        writer.Commit(ref p);
        if (message.Child is null)
            writer.WriteNil();
        else
            WriteBody(ref writer, message.Child);
        writer.Leave();
    }

    private static Category ReadBody(ref PackReader reader)
    {
        reader.Enter();
        int fields = reader.ReadArrayHeader();
        int number = fields > 0 && reader.TryReadValue() ? reader.ReadInt32() : default;
        Category? child = fields > 1 && reader.TryReadValue() ? ReadBody(ref reader) : null;
        if (fields > 2)
            reader.SkipMembers(fields - 2);
        reader.Leave();
        return new Category { Number = number, Child = child };
    }
}
