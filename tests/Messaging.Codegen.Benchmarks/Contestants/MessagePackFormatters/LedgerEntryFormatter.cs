using MessagePack;
using MessagePack.Formatters;
using MessagePack.Internal;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class LedgerEntryFormatter : IMessagePackFormatter<ILedgerEntry?>
{
    private readonly Dictionary<RuntimeTypeHandle, int> _tags = new(RuntimeTypeHandleEqualityComparer.Default)
    {
        [typeof(Deposited).TypeHandle] = 0,
        [typeof(Renamed).TypeHandle] = 1,
        [typeof(Moved).TypeHandle] = 2,
        [typeof(Closed).TypeHandle] = 3,
    };

    private readonly Dictionary<int, int> _cases = new() { [0] = 0, [1] = 1, [2] = 2, [3] = 3 };

    public void Serialize(ref MessagePackWriter writer, ILedgerEntry? value, MessagePackSerializerOptions options)
    {
        if (value is null || !_tags.TryGetValue(value.GetType().TypeHandle, out int tag))
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(2);
        writer.Write(tag);
        switch (tag)
        {
            case 0: resolver.GetFormatterWithVerify<Deposited>().Serialize(ref writer, (Deposited)value, options); break;
            case 1: resolver.GetFormatterWithVerify<Renamed>().Serialize(ref writer, (Renamed)value, options); break;
            case 2: resolver.GetFormatterWithVerify<Moved>().Serialize(ref writer, (Moved)value, options); break;
            case 3: resolver.GetFormatterWithVerify<Closed>().Serialize(ref writer, (Closed)value, options); break;
        }
    }

    public ILedgerEntry? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;
        if (reader.ReadArrayHeader() != 2)
            throw new MessagePackSerializationException("A union is an array of two.");

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        ILedgerEntry? value = null;
        switch (_cases.GetValueOrDefault(reader.ReadInt32(), -1))
        {
            case 0: value = resolver.GetFormatterWithVerify<Deposited>().Deserialize(ref reader, options); break;
            case 1: value = resolver.GetFormatterWithVerify<Renamed>().Deserialize(ref reader, options); break;
            case 2: value = resolver.GetFormatterWithVerify<Moved>().Deserialize(ref reader, options); break;
            case 3: value = resolver.GetFormatterWithVerify<Closed>().Deserialize(ref reader, options); break;
            default: reader.Skip(); break;
        }

        reader.Depth--;
        return value;
    }
}
