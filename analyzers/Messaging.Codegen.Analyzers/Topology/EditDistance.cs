namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>How many characters have to be added, removed, replaced, or exchanged with their neighbours, to make one word of another.</summary>
internal static class EditDistance
{
    public static int Between(string one, string other)
    {
        var edits = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Best(i, j);
            }
        }

        return edits[one.Length, other.Length];

        int Best(int i, int j)
        {
            var replaced = edits[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            var best = Math.Min(replaced, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
            return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
        }
    }
}
