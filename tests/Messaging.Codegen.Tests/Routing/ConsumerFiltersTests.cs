using Messaging.Codegen.Routing;

namespace Messaging.Codegen.Tests.Routing;

public sealed class ConsumerFiltersTests
{
    [Theory]
    [InlineData("a.b", "a.b", false)]
    [InlineData("a.b a.c", "a.b a.c", false)]
    [InlineData("a.* a.b", "a.*", false)]
    [InlineData("a.> a.b.c a.*", "a.>", false)]
    [InlineData("a.*.c a.b.*", "a.*.*", true)]
    [InlineData("a.*.c a.b.>", "a.*.>", true)]
    [InlineData("a.*.c a.b.* a.x.d", "a.*.*", true)]
    public void Filters_cover_the_routes_and_do_not_overlap(string routes, string filters, bool widened)
    {
        var cover = ConsumerFilters.Cover([.. routes.Split(' ').Select(SubjectPattern.Parse)], out var isWider);
        Assert.Equal(filters.Split(' '), cover);
        Assert.Equal(widened, isWider);
    }
}
