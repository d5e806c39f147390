using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization.Contracts;

internal static class OrderParts
{
    public static void Write(ref PackWriter writer, List<OrderLine>? lines)
    {
        if (lines is null)
        {
            writer.WriteNil();
            return;
        }
        writer.WriteArrayHeader(lines.Count);
        foreach (OrderLine line in lines)
        {
            ref byte p = ref writer.Reserve(Put.FixArrayHeaderBytes + Put.MaxBytes(line.Sku) + Put.Int32Bytes + Put.DecimalBytes);
            p = ref Put.FixArrayHeader(ref p, 3);
            p = ref Put.String(ref p, line.Sku);
            p = ref Put.Int32(ref p, line.Quantity);
            p = ref Put.Decimal(ref p, line.Price);
            writer.Commit(ref p);
        }
    }

    public static List<OrderLine> ReadLines(ref PackReader reader)
    {
        int count = reader.ReadCollectionHeader(2);
        var lines = new List<OrderLine>(count);
        for (int i = 0; i < count; i++)
        {
            int fields = reader.ReadArrayHeader();
            string sku = fields > 0 && reader.TryReadValue() ? reader.ReadString() : throw reader.MissingMember(0, "Sku");
            int quantity = fields > 1 && reader.TryReadValue() ? reader.ReadInt32() : default;
            decimal price = fields > 2 && reader.TryReadValue() ? reader.ReadDecimal() : default;
            if (fields > 3)
                reader.SkipMembers(fields - 3);
            lines.Add(new OrderLine { Sku = sku, Quantity = quantity, Price = price });
        }
        return lines;
    }

    public static OrderState ReadState(ref PackReader reader)
    {
        int number = reader.ReadInt32();
        return number is 0 or 1 or 200 or -1 ? (OrderState)number : throw reader.UnknownEnumValue(number, nameof(OrderState));
    }

    public static void Write(ref PackWriter writer, Payment? payment)
    {
        switch (payment)
        {
            case null:
                writer.WriteNil();
                break;
            case CardPayment card:
                writer.WriteUnionHeader(0);
                writer.WriteArrayHeader(1);
                writer.Write(card.Holder);
                break;
            case Voucher voucher:
                writer.WriteUnionHeader(300);
                writer.WriteArrayHeader(2);
                writer.WriteNil();
                writer.Write(voucher.Code);
                break;
            default:
                throw new InvalidOperationException("The type is no case of the union.");
        }
    }

    public static Payment ReadPayment(ref PackReader reader)
    {
        int tag = reader.ReadUnionHeader();
        if (tag is not (0 or 300))
            throw reader.UnknownUnionTag(tag, nameof(Payment));
        int fields = reader.ReadArrayHeader();
        if (tag == 0)
        {
            string? holder = fields > 0 && reader.TryReadValue() ? reader.ReadString() : null;
            if (fields > 1)
                reader.SkipMembers(fields - 1);
            return new CardPayment { Holder = holder };
        }
        if (fields > 0)
            reader.Skip();
        Guid code = fields > 1 && reader.TryReadValue() ? reader.ReadGuid() : default;
        if (fields > 2)
            reader.SkipMembers(fields - 2);
        return new Voucher { Code = code };
    }

    public static void Write(ref PackWriter writer, Dictionary<string, int>? counts)
    {
        if (counts is null)
        {
            writer.WriteNil();
            return;
        }
        writer.WriteMapHeader(counts.Count);
        foreach ((string key, int value) in counts)
        {
            writer.Write(key);
            writer.Write(value);
        }
    }

    public static Dictionary<string, int> ReadCounts(ref PackReader reader)
    {
        int count = reader.ReadMapCollectionHeader(2);
        var counts = new Dictionary<string, int>(count);
        for (int i = 0; i < count; i++)
        {
            int at = reader.Offset;
            if (!counts.TryAdd(reader.ReadString(), reader.ReadInt32()))
                throw reader.DuplicateKey(at);
        }
        return counts;
    }

    public static void Write(ref PackWriter writer, Dictionary<int, List<Guid>>? links)
    {
        if (links is null)
        {
            writer.WriteNil();
            return;
        }
        writer.WriteMapHeader(links.Count);
        foreach ((int key, List<Guid> guids) in links)
        {
            writer.Write(key);
            writer.WriteArrayHeader(guids.Count);
            foreach (Guid guid in guids)
                writer.Write(guid);
        }
    }

    public static Dictionary<int, List<Guid>> ReadLinks(ref PackReader reader)
    {
        int count = reader.ReadMapCollectionHeader(2);
        var links = new Dictionary<int, List<Guid>>(count);
        for (int i = 0; i < count; i++)
        {
            int key = reader.ReadInt32();
            if (links.ContainsKey(key))
                throw reader.DuplicateKey();
            int length = reader.ReadCollectionHeader(Put.GuidBytes);
            var guids = new List<Guid>(length);
            for (int j = 0; j < length; j++)
                guids.Add(reader.ReadGuid());
            links.Add(key, guids);
        }
        return links;
    }

    public static void Write(ref PackWriter writer, string?[]? tags)
    {
        if (tags is null)
        {
            writer.WriteNil();
            return;
        }
        writer.WriteArrayHeader(tags.Length);
        foreach (string? tag in tags)
            writer.Write(tag);
    }

    public static string?[] ReadTags(ref PackReader reader)
    {
        var tags = new string?[reader.ReadCollectionHeader(1)];
        for (int i = 0; i < tags.Length; i++)
            tags[i] = reader.TryReadValue() ? reader.ReadString() : null;
        return tags;
    }
}
