using MemoryPack;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedArticle
{
    public string Slug { get; set; } = "";

    public string Language { get; set; } = "";

    public string Title { get; set; } = "";

    public string Author { get; set; } = "";

    public string Url { get; set; } = "";

    public string English { get; set; } = "";

    public string French { get; set; } = "";

    public string Russian { get; set; } = "";

    public string Chinese { get; set; } = "";

    public string Comment { get; set; } = "";

    public List<string> Tags { get; set; } = [];
}
