using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class ChannelFormatter : IMessagePackFormatter<Channel>
{
    public void Serialize(ref MessagePackWriter writer, Channel value, MessagePackSerializerOptions options) => writer.Write((int)value);

    public Channel Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => (Channel)reader.ReadInt32();
}

internal sealed class OrderStatusFormatter : IMessagePackFormatter<OrderStatus>
{
    public void Serialize(ref MessagePackWriter writer, OrderStatus value, MessagePackSerializerOptions options) => writer.Write((int)value);

    public OrderStatus Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => (OrderStatus)reader.ReadInt32();
}
