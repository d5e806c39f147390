using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class InventoryFormatter : IMessagePackFormatter<Inventory?>
{
    public void Serialize(ref MessagePackWriter writer, Inventory? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(2);
        resolver.GetFormatterWithVerify<Dictionary<string, int>>().Serialize(ref writer, value.Stock, options);
        resolver.GetFormatterWithVerify<List<Shelf>>().Serialize(ref writer, value.Shelves, options);
    }

    public Inventory? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Inventory();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Stock = resolver.GetFormatterWithVerify<Dictionary<string, int>>().Deserialize(ref reader, options); break;
                case 1: value.Shelves = resolver.GetFormatterWithVerify<List<Shelf>>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class ShelfFormatter : IMessagePackFormatter<Shelf?>
{
    public void Serialize(ref MessagePackWriter writer, Shelf? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(3);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Name, options);
        writer.Write(value.Items);
        writer.Write(value.IsLocked);
    }

    public Shelf? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Shelf();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Name = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 1: value.Items = reader.ReadInt32(); break;
                case 2: value.IsLocked = reader.ReadBoolean(); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
