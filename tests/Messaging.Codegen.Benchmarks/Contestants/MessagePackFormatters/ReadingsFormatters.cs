using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class ReadingsFormatter : IMessagePackFormatter<Readings?>
{
    public void Serialize(ref MessagePackWriter writer, Readings? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(2);
        resolver.GetFormatterWithVerify<double[]>().Serialize(ref writer, value.Values, options);
        resolver.GetFormatterWithVerify<int[]>().Serialize(ref writer, value.Counters, options);
    }

    public Readings? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Readings();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Values = resolver.GetFormatterWithVerify<double[]>().Deserialize(ref reader, options); break;
                case 1: value.Counters = resolver.GetFormatterWithVerify<int[]>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
