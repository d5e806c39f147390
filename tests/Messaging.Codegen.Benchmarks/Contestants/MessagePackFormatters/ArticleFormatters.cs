using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

internal sealed class ArticleFormatter : IMessagePackFormatter<Article?>
{
    public void Serialize(ref MessagePackWriter writer, Article? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        IFormatterResolver resolver = options.Resolver;
        writer.WriteArrayHeader(11);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Slug, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Language, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Title, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Author, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Url, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.English, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.French, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Russian, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Chinese, options);
        resolver.GetFormatterWithVerify<string>().Serialize(ref writer, value.Comment, options);
        resolver.GetFormatterWithVerify<List<string>>().Serialize(ref writer, value.Tags, options);
    }

    public Article? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return null;

        options.Security.DepthStep(ref reader);
        IFormatterResolver resolver = options.Resolver;
        int length = reader.ReadArrayHeader();
        var value = new Article();
        for (int i = 0; i < length; i++)
        {
            switch (i)
            {
                case 0: value.Slug = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 1: value.Language = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 2: value.Title = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 3: value.Author = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 4: value.Url = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 5: value.English = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 6: value.French = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 7: value.Russian = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 8: value.Chinese = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 9: value.Comment = resolver.GetFormatterWithVerify<string>().Deserialize(ref reader, options); break;
                case 10: value.Tags = resolver.GetFormatterWithVerify<List<string>>().Deserialize(ref reader, options); break;
                default: reader.Skip(); break;
            }
        }

        reader.Depth--;
        return value;
    }
}
