using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Contracts;

/// <summary>What must hold for every sequence of bytes, whatever it is.</summary>
public static class PayloadCheck
{
    /// <summary>
    /// The bytes are refused with a <see cref="MessageFormatException"/> that says where and why, or they are a message, which is written, read and
    /// written again the same. Where the reader contract agrees with MessagePack-CSharp, both refuse, or both read the same.
    /// </summary>
    /// <returns>What does not hold, or null. Any exception but the one is thrown on.</returns>
    public static string? Check(ContractCase contract, ReadOnlyMemory<byte> payload)
    {
        object message;
        try
        {
            message = contract.Read(payload);
        }
        catch (MessageFormatException e)
        {
            return CheckException(contract, payload, e)
                ?? (contract.Agrees && contract.TryOracleRead(payload) is not null ? $"Refused, MessagePack-CSharp reads it: {e.Message}" : null);
        }
        byte[] written = contract.Write(message);
        if (!IsSame(contract, written, contract.Write(contract.Read(written))))
            return "What was read is not the same when it is written and read again.";
        if (!contract.OracleWrite(message).AsSpan().SequenceEqual(written))
            return "MessagePack-CSharp writes what was read in other bytes.";
        if (!contract.Agrees)
            return null;
        if (contract.TryOracleRead(payload) is not { } theirs)
            return Departures.OfScalars(payload.ToArray()) ? null : "Read, MessagePack-CSharp refuses it.";
        return contract.OracleWrite(theirs).AsSpan().SequenceEqual(written) ? null : "MessagePack-CSharp reads something else.";
    }

    /// <summary>What was written, and what was written once more after it was read: the same, or without an order the same bytes in another one.</summary>
    public static bool IsSame(ContractCase contract, byte[] written, byte[] again) => contract.KeepsOrder
        ? written.AsSpan().SequenceEqual(again)
        : written.Order().SequenceEqual(again.Order());

    private static string? CheckException(ContractCase contract, ReadOnlyMemory<byte> payload, MessageFormatException e) =>
        e.Contract != contract.Contract.Identity ? $"The exception names {e.Contract}."
        : e.Offset < 0 || e.Offset > payload.Length ? $"The exception is at {e.Offset} of {payload.Length}."
        : e.Expected.Length == 0 || e.Found.Length == 0 || e.KeyPath is null ? $"The exception says too little: {e.Message}"
        : null;
}
