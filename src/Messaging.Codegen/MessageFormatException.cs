using System.Globalization;

namespace Messaging.Codegen;

/// <summary>The bytes of a message do not fit its contract. Delivering them again cannot help.</summary>
public sealed class MessageFormatException : Exception
{
    /// <summary>States where a payload departs from its contract.</summary>
    /// <param name="contract">Name of the contract.</param>
    /// <param name="keyPath">Keys from the message to the place, as <see cref="KeyPath"/> explains.</param>
    /// <param name="offset">Bytes before the place.</param>
    /// <param name="expected">What the contract has there.</param>
    /// <param name="found">What the payload has there.</param>
    public MessageFormatException(string contract, string keyPath, int offset, string expected, string found)
        : base(Describe(contract, keyPath, offset, expected, found))
    {
        Contract = contract;
        KeyPath = keyPath;
        Offset = offset;
        Expected = expected;
        Found = found;
    }

    /// <summary>Name and version of the contract that was read, such as <c>orders.placed/v1</c>.</summary>
    public string Contract { get; }

    /// <summary>
    /// Keys and positions from the message down to the place, such as <c>[3][0][1]</c>: member 3, its first element, that one's member 1. In a map
    /// <c>["eu"]</c> is the value of that key and <c>{2}</c> the third pair's key. Empty for the message as a whole.
    /// </summary>
    public string KeyPath { get; }

    /// <summary>Bytes of the payload before the place.</summary>
    public int Offset { get; }

    /// <summary>What the contract has at the place, in words.</summary>
    public string Expected { get; }

    /// <summary>What the payload has at the place, in words.</summary>
    public string Found { get; }

    private static string Describe(string contract, string keyPath, int offset, string expected, string found) =>
        string.Create(CultureInfo.InvariantCulture, $"{contract}: expected {expected} at {(keyPath.Length == 0 ? "the top" : keyPath)} (byte {offset}), found {found}.");
}
