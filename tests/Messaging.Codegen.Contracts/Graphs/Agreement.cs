namespace Messaging.Codegen.Contracts;

/// <summary>What must hold for every graph of every contract.</summary>
public static class Agreement
{
    /// <summary>Both serializers write the same bytes, and each reads the same graph from them.</summary>
    /// <returns>What does not hold, or null.</returns>
    public static string? Check(ContractCase contract, object message)
    {
        byte[] expected = contract.OracleWrite(message);
        byte[] actual = contract.Write(message);
        if (!expected.AsSpan().SequenceEqual(actual))
            return $"{contract}: {Convert.ToHexString(expected)} is expected, {Convert.ToHexString(actual)} was written.";
        // Through bytes, since some collections come back in another order, in both readers in the same one.
        byte[] ours = contract.Write(contract.Read(expected));
        byte[] theirs = contract.Write(contract.OracleRead(actual));
        return ours.AsSpan().SequenceEqual(theirs)
            ? null
            : $"{contract}: read from {Convert.ToHexString(expected)}, {Convert.ToHexString(ours)} is written again, not {Convert.ToHexString(theirs)}.";
    }
}
