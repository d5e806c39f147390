namespace Messaging.Codegen.Routing;

/// <summary>Finds filters for a durable that cover its routes: brokers refuse filters of one consumer that overlap.</summary>
internal static class ConsumerFilters
{
    public static IReadOnlyList<string> Cover(IReadOnlyList<SubjectPattern> patterns, out bool widened)
    {
        widened = false;
        var result = patterns.Distinct().OrderBy(pattern => pattern.Value, StringComparer.Ordinal).ToList();
        for (var i = 0; i < result.Count; i++)
        {
            for (var j = 0; j < result.Count; j++)
            {
                if (i == j || !result[i].Overlaps(result[j]))
                {
                    continue;
                }

                var cover = result[i].Covers(result[j]) ? result[i] : result[j].Covers(result[i]) ? result[j] : null;
                widened |= cover is null;
                cover ??= Generalize(result[i], result[j]);
                result.RemoveAt(Math.Max(i, j));
                result[Math.Min(i, j)] = cover;

                // The wider filter may overlap what was compared before.
                (i, j) = (-1, result.Count);
            }
        }

        return [.. result.Select(pattern => pattern.Value)];
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
