using System.Text;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>
/// Numbers that differ when what they are made of differs, but for a chance of 1 in 2^64. Nobody has a reason to make two texts collide, so this is no
/// cryptographic hash: loading one's library takes longer than a small program's whole run.
/// </summary>
internal static class StateHash
{
    private const int CharactersAtOnce = sizeof(long) / sizeof(char);

    /// <summary>Takes <paramref name="value"/> into the state, in a way that depends on the order (after the finalizer of SplitMix64).</summary>
    public static long Mix(long state, long value)
    {
        var mixed = unchecked(((ulong)state * 31) + (ulong)value + 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return unchecked((long)(mixed ^ (mixed >> 31)));
    }

    /// <summary>The number of a text, 0 for none.</summary>
    public static long Of(StringBuilder builder)
    {
        var text = builder.ToString();
        var state = (long)text.Length;
        for (var i = 0; i < text.Length; i += CharactersAtOnce)
        {
            var several = 0L;
            for (var j = i; j < text.Length && j < i + CharactersAtOnce; j++)
            {
                several = (several << 16) | text[j];
            }

            state = Mix(state, several);
        }

        return state;
    }
}
