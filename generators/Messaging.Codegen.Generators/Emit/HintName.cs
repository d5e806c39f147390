using System.Globalization;
using System.Text;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Names emitted files: readable, safe on every file system, and different for different types. Long names are cut, because the path below
/// <c>obj</c> counts towards the 260 characters that some tools stop at.
/// </summary>
internal static class HintName
{
    private const int MaxStem = 80;

    /// <summary>The file name for a type.</summary>
    /// <param name="metadataName">The full metadata name, for example <c>Shop.Outer+Inner`1</c>.</param>
    /// <param name="kind">What the file holds, for example <c>Contract</c>.</param>
    /// <param name="hasTwin">True when another type's name differs in case only: the compiler compares file names without case.</param>
    public static string For(string metadataName, string kind, bool hasTwin = false)
    {
        var stem = new StringBuilder(metadataName.Length);
        foreach (var c in metadataName)
        {
            stem.Append(c is '.' or '_' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '_');
        }

        var changed = stem.Length > MaxStem || stem.ToString() != metadataName;
        if (stem.Length > MaxStem)
        {
            stem.Remove(0, stem.Length - MaxStem);
        }

        if (changed || hasTwin)
        {
            stem.Append('-').Append(Hash(metadataName));
        }

        return stem.Append('.').Append(kind).Append(".g.cs").ToString();
    }

    /// <summary>Eight digits that tell a name from those that look like it.</summary>
    public static string Hash(string metadataName) => Fnv1A(metadataName).ToString("x8", CultureInfo.InvariantCulture);

    private static uint Fnv1A(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }

        return hash;
    }
}
