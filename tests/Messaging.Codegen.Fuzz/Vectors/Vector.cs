using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Fuzz.Vectors;

/// <summary>One payload and what becomes of it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Contract">The contract that it is read as.</param>
/// <param name="Payload">The bytes.</param>
internal sealed record Vector(string Name, ContractCase Contract, byte[] Payload)
{
    /// <summary>What is written after it was read, or null when it is refused.</summary>
    public byte[]? Writes { get; init; }

    /// <summary>Why it is refused, or null.</summary>
    public MessageFormatException? Refusal { get; init; }

    public static Vector Of(string name, ContractCase contract, byte[] payload)
    {
        try
        {
            return new Vector(name, contract, payload) { Writes = contract.Write(contract.Read(payload)) };
        }
        catch (MessageFormatException e)
        {
            return new Vector(name, contract, payload) { Refusal = e };
        }
    }
}
