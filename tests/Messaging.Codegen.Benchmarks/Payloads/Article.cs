using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>Twenty short and long texts in several scripts, about 1.4 KB.</summary>
[Message("bench.article"), MessagePackObject]
public sealed partial class Article
{
    [Key(0)] public string Slug { get; set; } = "";

    [Key(1)] public string Language { get; set; } = "";

    [Key(2)] public string Title { get; set; } = "";

    [Key(3)] public string Author { get; set; } = "";

    [Key(4)] public string Url { get; set; } = "";

    [Key(5)] public string English { get; set; } = "";

    [Key(6)] public string French { get; set; } = "";

    [Key(7)] public string Russian { get; set; } = "";

    [Key(8)] public string Chinese { get; set; } = "";

    [Key(9)] public string Comment { get; set; } = "";

    [Key(10)] public List<string> Tags { get; set; } = [];

    public static Article Create(Random random) => new()
    {
        Slug = random.NextIdentifier(24),
        Language = "en",
        Title = random.NextSentence(Corpus.Latin, 7),
        Author = random.NextSentence(Corpus.Accented, 2),
        Url = "https://example.com/articles/" + random.NextIdentifier(20),
        English = random.NextSentence(Corpus.Latin, 60),
        French = random.NextSentence(Corpus.Accented, 36),
        Russian = random.NextSentence(Corpus.Cyrillic, 26),
        Chinese = random.NextSentence(Corpus.Chinese, 18),
        Comment = random.NextSentence(Corpus.Emoji, 16),
        Tags = [.. Enumerable.Range(0, 12).Select(i => random.NextSentence(i % 3 == 0 ? Corpus.Accented : Corpus.Latin, 1))],
    };
}
