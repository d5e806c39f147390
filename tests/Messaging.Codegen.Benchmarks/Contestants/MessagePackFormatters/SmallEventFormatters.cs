using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class SmallEventFormatter : IMessagePackFormatter<SmallEvent?>
{
    public void Serialize(ref MessagePackWriter writer, SmallEvent? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(6);
        resolver.GetFormatterWithVerify<Guid>().Serialize(ref writer, value.Id, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Name, options);
        writer.Write(value.Sequence);
        resolver.GetFormatterWithVerify<decimal>().Serialize(ref writer, value.Amount, options);
        resolver.GetFormatterWithVerify<DateTime>().Serialize(ref writer, value.At, options);
        resolver.GetFormatterWithVerify<Channel>().Serialize(ref writer, value.Channel, options);
    }

    public SmallEvent? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new SmallEvent();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Id = resolver.GetFormatterWithVerify<Guid>().Deserialize(ref reader, options); break;
                case 1: value.Name = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 2: value.Sequence = reader.ReadInt64(); break;
                case 3: value.Amount = resolver.GetFormatterWithVerify<decimal>().Deserialize(ref reader, options); break;
                case 4: value.At = resolver.GetFormatterWithVerify<DateTime>().Deserialize(ref reader, options); break;
                case 5: value.Channel = resolver.GetFormatterWithVerify<Channel>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
