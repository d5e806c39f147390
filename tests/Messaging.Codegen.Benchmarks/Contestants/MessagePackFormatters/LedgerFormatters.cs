using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class LedgerFormatter : IMessagePackFormatter<Ledger?>
{
    public void Serialize(ref MessagePackWriter writer, Ledger? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(1);
        resolver.GetFormatterWithVerify<List<ILedgerEntry>>().Serialize(ref writer, value.Entries, options);
    }

    public Ledger? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Ledger();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Entries = resolver.GetFormatterWithVerify<List<ILedgerEntry>>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class DepositedFormatter : IMessagePackFormatter<Deposited?>
{
    public void Serialize(ref MessagePackWriter writer, Deposited? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(3);
        writer.Write(value.Account);
        resolver.GetFormatterWithVerify<decimal>().Serialize(ref writer, value.Amount, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Reference, options);
    }

    public Deposited? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Deposited();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Account = reader.ReadInt64(); break;
                case 1: value.Amount = resolver.GetFormatterWithVerify<decimal>().Deserialize(ref reader, options); break;
                case 2: value.Reference = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class RenamedFormatter : IMessagePackFormatter<Renamed?>
{
    public void Serialize(ref MessagePackWriter writer, Renamed? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(3);
        writer.Write(value.Account);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Name, options);
        writer.Write(value.Revision);
    }

    public Renamed? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Renamed();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Account = reader.ReadInt64(); break;
                case 1: value.Name = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 2: value.Revision = reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class MovedFormatter : IMessagePackFormatter<Moved?>
{
    public void Serialize(ref MessagePackWriter writer, Moved? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(3);
        writer.Write(value.Account);
        writer.Write(value.Latitude);
        writer.Write(value.Longitude);
    }

    public Moved? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        int length = reader.ReadArrayHeader();
        var value = new Moved();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Account = reader.ReadInt64(); break;
                case 1: value.Latitude = reader.ReadDouble(); break;
                case 2: value.Longitude = reader.ReadDouble(); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}

internal sealed class ClosedFormatter : IMessagePackFormatter<Closed?>
{
    public void Serialize(ref MessagePackWriter writer, Closed? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(4);
        writer.Write(value.Account);
        resolver.GetFormatterWithVerify<DateTime>().Serialize(ref writer, value.At, options);
        writer.Write(value.IsFinal);
        writer.Write(value.Reason);
    }

    public Closed? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Closed();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Account = reader.ReadInt64(); break;
                case 1: value.At = resolver.GetFormatterWithVerify<DateTime>().Deserialize(ref reader, options); break;
                case 2: value.IsFinal = reader.ReadBoolean(); break;
                case 3: value.Reason = reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
