using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class OrderFormatter : IMessagePackFormatter<Order?>
{
    public void Serialize(ref MessagePackWriter writer, Order? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(10);
        resolver.GetFormatterWithVerify<Guid>().Serialize(ref writer, value.Id, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Customer, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Email, options);
        resolver.GetFormatterWithVerify<DateTime>().Serialize(ref writer, value.PlacedAt, options);
        resolver.GetFormatterWithVerify<OrderStatus>().Serialize(ref writer, value.Status, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Currency, options);
        resolver.GetFormatterWithVerify<decimal>().Serialize(ref writer, value.Total, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Country, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Street, options);
        resolver.GetFormatterWithVerify<List<OrderLine>>().Serialize(ref writer, value.Lines, options);
    }

    public Order? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Order();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Id = resolver.GetFormatterWithVerify<Guid>().Deserialize(ref reader, options); break;
                case 1: value.Customer = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 2: value.Email = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 3: value.PlacedAt = resolver.GetFormatterWithVerify<DateTime>().Deserialize(ref reader, options); break;
                case 4: value.Status = resolver.GetFormatterWithVerify<OrderStatus>().Deserialize(ref reader, options); break;
                case 5: value.Currency = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 6: value.Total = resolver.GetFormatterWithVerify<decimal>().Deserialize(ref reader, options); break;
                case 7: value.Country = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 8: value.Street = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 9: value.Lines = resolver.GetFormatterWithVerify<List<OrderLine>>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class OrderLineFormatter : IMessagePackFormatter<OrderLine?>
{
    public void Serialize(ref MessagePackWriter writer, OrderLine? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(6);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Sku, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Title, options);
        writer.Write(value.Quantity);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Unit, options);
        resolver.GetFormatterWithVerify<decimal>().Serialize(ref writer, value.UnitPrice, options);
        resolver.GetFormatterWithVerify<decimal>().Serialize(ref writer, value.Discount, options);
    }

    public OrderLine? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new OrderLine();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Sku = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 1: value.Title = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 2: value.Quantity = reader.ReadInt32(); break;
                case 3: value.Unit = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 4: value.UnitPrice = resolver.GetFormatterWithVerify<decimal>().Deserialize(ref reader, options); break;
                case 5: value.Discount = resolver.GetFormatterWithVerify<decimal>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
