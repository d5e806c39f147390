using MessagePack;
using Messaging.Codegen;

namespace Newspaper;

[Message("articles.published", Version = 2, Subject = "articles.published.v1")]
public sealed partial record ArticlePublished([property: Key(0)] string Title, [property: Key(1)] string Author);
