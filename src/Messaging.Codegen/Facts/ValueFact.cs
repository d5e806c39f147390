namespace Messaging.Codegen.Facts;

/// <summary>A named number of an enum in the grammar of facts: <c>0000000001 Paid</c>.</summary>
/// <param name="Number">The number in invariant digits, of any 64-bit type: <c>-1</c>.</param>
/// <param name="Name">The name.</param>
internal sealed record ValueFact(string Number, string Name)
{
    private const int Digits = 10;

    /// <summary>Reads a value as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static ValueFact? Parse(string value)
    {
        if (value.Split(' ') is not [var padded, var name])
        {
            return null;
        }

        var sign = padded.StartsWith("-", StringComparison.Ordinal) ? "-" : "";
        var digits = padded.Substring(sign.Length);
        if (digits.Length == 0 || digits.Any(static digit => digit is < '0' or > '9'))
        {
            return null;
        }

        var number = digits.TrimStart('0');
        return new ValueFact(number.Length == 0 ? "0" : sign + number, name);
    }

    public override string ToString() =>
        (Number[0] == '-' ? "-" + Number.Substring(1).PadLeft(Digits, '0') : Number.PadLeft(Digits, '0')) + " " + Name;
}
