using Messaging.Codegen;

namespace Newspaper;

public sealed class FrontPage
{
    [Handler("front-page")]
    public void Handle(ArticlePublished article) => Console.WriteLine($"{article.Title}, by {article.Author}");
}
