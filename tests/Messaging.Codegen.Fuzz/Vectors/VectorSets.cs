using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Fuzz.Vectors;

/// <summary>The golden vectors: for each contract what our writer writes, and what other writers may write instead.</summary>
internal static class VectorSets
{
    private const int Graphs = 4;
    private const int MaxPayload = 300;

    /// <summary>One file for each contract.</summary>
    public static IEnumerable<(string File, IReadOnlyList<Vector> Vectors)> All() =>
        ContractCase.All.Select(contract => ($"{contract.Contract.Name["proof.".Length..]}.json", (IReadOnlyList<Vector>)[.. Of(contract)]));

    private static IEnumerable<Vector> Of(ContractCase contract)
    {
        byte[] simplest = contract.Write(contract.Make(new Choices([])));
        yield return Vector.Of("simplest", contract, simplest);
        int number = 0;
        foreach (byte[] payload in Random(contract))
            yield return Vector.Of($"random {++number}", contract, payload);
        if (contract.Type == typeof(Scalars))
        {
            foreach ((string name, Scalars message) in Edges())
                yield return Vector.Of(name, contract, contract.Write(message));
        }
        foreach ((string name, byte[] payload) in FromOthers(contract, Random(contract).FirstOrDefault() ?? simplest))
            yield return Vector.Of(name, contract, payload);
    }

    /// <summary>Of JavaScript's numbers -0 and those that are none do not come back as they went.</summary>
    private static IEnumerable<byte[]> Random(ContractCase contract) =>
        Enumerable.Range(0, 500)
            .Select(seed => contract.Write(contract.Make(new Choices((ulong)seed))))
            .Where(payload => payload.Length <= MaxPayload && !PayloadNode.Parse(payload).All().Any(IsOddFloat))
            .Take(Graphs);

    private static bool IsOddFloat(PayloadNode node)
    {
        if (node.Code is not (Code.Float32 or Code.Float64))
            return false;
        double number = new PackReader(node.TokenBytes, "vector").ReadDouble();
        return double.IsNaN(number) || (number == 0 && double.IsNegative(number));
    }

    private static IEnumerable<(string Name, Scalars Message)> Edges()
    {
        static DateTime Time(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        foreach (string time in new[] { "1970-01-01T00:00:00Z", "2024-02-29T12:34:56Z", "2024-02-29T12:34:56.1234567Z", "2106-02-07T06:28:16Z", "1969-12-31T23:59:59.9999999Z", "2514-05-30T01:53:04Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z" })
            yield return ($"time {time}", new Scalars { DateTime = Time(time), DateTimeOffset = new DateTimeOffset(Time("2024-02-29T12:00:00Z").Ticks, TimeSpan.FromMinutes(-570)) });
        foreach (decimal number in new[] { 0m, 1.50m, -0.0000000000000000000000000001m, 79228162514264337593543950335m, -1299.95m })
            yield return (FormattableString.Invariant($"decimal {number}"), new Scalars { Decimal = number });
        foreach (string guid in new[] { "00000000-0000-0000-0000-000000000000", "01234567-89ab-cdef-0123-456789abcdef" })
            yield return ($"guid {guid}", new Scalars { Guid = Guid.Parse(guid) });
        foreach (long number in new[] { 0, 127, 128, 255, 256, 65535, 65536, uint.MaxValue, 1L << 32, 1L << 53, long.MaxValue, -1, -32, -33, -128, -129, -32768, -32769, int.MinValue, int.MinValue - 1L, long.MinValue })
            yield return (FormattableString.Invariant($"integer {number}"), new Scalars { Int64 = number, UInt64 = (ulong)number, Double = number });
        foreach (string text in new[] { "", "größer", "日本語", "😀", new string('x', 31), new string('x', 32), new string('ж', 128) })
            yield return ($"text of {text.Length}: {text[..Math.Min(text.Length, 8)]}", new Scalars { String = text, Bytes = System.Text.Encoding.UTF8.GetBytes(text) });
    }

    private static IEnumerable<(string Name, byte[] Payload)> FromOthers(ContractCase contract, byte[] payload)
    {
        PayloadNode root = PayloadNode.Parse(payload);
        byte[][] own = [.. root.Children.Select(child => child.Bytes.ToArray())];
        int step = root.IsMap ? 2 : 1;
        yield return ("no members", root.ReplaceElements([]));
        yield return ("half of the members", root.ReplaceElements([.. own.Take(own.Length / step / 2 * step)]));
        yield return ("two more members", root.ReplaceElements(root.IsMap ? [.. own, [0xa1, 0x78], [0x91, 0x07], [0xa1, 0x79], [0xc0]] : [.. own, [0x91, 0x07], [0x81, 0xa1, 0x78, 0xc3]]));
        yield return ("nil for every member", root.ReplaceElements([.. own.Select((value, i) => root.IsMap && i % 2 == 0 ? value : [Code.Nil])]));
        yield return ("every value in its widest form", Rewrite(root, acrossKinds: false, static forms => forms.MaxBy(form => form.Length)));
        yield return ("whole floats for integers", Rewrite(root, acrossKinds: true, static forms => forms.Find(form => form[0] == Code.Float64)));
        yield return ("integers for whole floats", Rewrite(root, acrossKinds: true, static forms => forms.Find(form => form[0] is <= Code.MaxFixInt or (>= Code.UInt8 and <= Code.UInt64))));
        foreach (PayloadNode child in contract.Type == typeof(Enums) ? root.Children.Where(child => child.Children.Count == 0) : [])
            yield return ($"an unknown number at key {child.Index}", child.Replace([0x65]));
        if (contract.Type == typeof(Unions))
        {
            yield return ("a known case", [0x93, 0x92, 0x00, 0x91, 0xa1, 0x78, 0xc0, 0xc0]);
            yield return ("an unknown tag", [0x93, 0x92, 0x07, 0x91, 0xa1, 0x78, 0xc0, 0xc0]);
            yield return ("an unknown tag in a list", [0x93, 0xc0, 0x92, 0xc0, 0x92, 0x07, 0x90, 0xc0]);
        }
    }

    private static byte[] Rewrite(PayloadNode root, bool acrossKinds, Func<List<byte[]>, byte[]?> choose) =>
        [.. root.All().SelectMany(node => choose(OddForms.Of(node.TokenBytes, node.Children.Count, acrossKinds)) ?? node.TokenBytes.ToArray())];
}
