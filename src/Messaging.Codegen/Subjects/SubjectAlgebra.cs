namespace Messaging.Codegen;

/// <summary>
/// Relations between subject filters, given as their tokens. The generator's assembly compiles this file too, so that the compiler's rules
/// and the application agree.
/// </summary>
internal static class SubjectAlgebra
{
    private const string AnyToken = "*";
    private const string AnyTail = ">";

    /// <summary>True when some subject passes both filters.</summary>
    public static bool Overlaps(string[] one, string[] other)
    {
        var common = Math.Min(one.Length, other.Length);
        for (var i = 0; i < common; i++)
        {
            var (mine, its) = (one[i], other[i]);
            if (mine == AnyTail || its == AnyTail)
            {
                return true;
            }

            if (mine != its && mine != AnyToken && its != AnyToken)
            {
                return false;
            }
        }

        return one.Length == other.Length;
    }

    /// <summary>True when every subject that passes <paramref name="narrow"/> passes <paramref name="wide"/> too.</summary>
    public static bool Covers(string[] wide, string[] narrow)
    {
        for (var i = 0; i < wide.Length; i++)
        {
            if (i >= narrow.Length)
            {
                return false;
            }

            var (mine, its) = (wide[i], narrow[i]);
            if (mine == AnyTail)
            {
                return true;
            }

            if (its == AnyTail || (mine != its && mine != AnyToken))
            {
                return false;
            }
        }

        return wide.Length == narrow.Length;
    }
}
