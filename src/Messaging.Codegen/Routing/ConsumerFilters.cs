namespace Messaging.Codegen.Routing;

/// <summary>Finds filters for a durable that cover its routes: brokers refuse filters of one consumer that overlap.</summary>
internal static class ConsumerFilters
{
    /// <param name="patterns">What the routes ask for.</param>
    /// <param name="widened">True when the result lets subjects through that no route asks for.</param>
    public static IReadOnlyList<string> Cover(IReadOnlyList<SubjectPattern> patterns, out bool widened)
    {
        widened = false;
        var result = patterns.Distinct().OrderBy(pattern => pattern.Value, StringComparer.Ordinal).ToList();
        while (FindOverlap(result) is var (left, right))
        {
            result.Remove(left);
            result.Remove(right);
            var exact = left.Covers(right) ? left : right.Covers(left) ? right : null;
            widened |= exact is null;
            var cover = exact ?? Generalize(left, right);
            if (!result.Contains(cover))
            {
                result.Add(cover);
            }
        }

        return [.. result.Select(pattern => pattern.Value).Order(StringComparer.Ordinal)];
    }

    private static (SubjectPattern Left, SubjectPattern Right)? FindOverlap(List<SubjectPattern> patterns)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            for (var j = i + 1; j < patterns.Count; j++)
            {
                if (patterns[i].Overlaps(patterns[j]))
                {
                    return (patterns[i], patterns[j]);
                }
            }
        }

        return null;
    }

    /// <summary>The narrowest filter that covers both of two that overlap.</summary>
    private static SubjectPattern Generalize(SubjectPattern left, SubjectPattern right)
    {
        var (a, b) = (left.Value.Split('.'), right.Value.Split('.'));
        var tokens = new List<string>();
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] == SubjectPattern.AnyTail || b[i] == SubjectPattern.AnyTail)
            {
                tokens.Add(SubjectPattern.AnyTail);
                break;
            }

            tokens.Add(a[i] == b[i] ? a[i] : SubjectPattern.AnyToken);
        }

        return SubjectPattern.Parse(string.Join('.', tokens));
    }
}
