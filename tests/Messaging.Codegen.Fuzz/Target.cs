using Messaging.Codegen.Contracts;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Fuzz;

/// <summary>What is fuzzed: one input, whose payload ends at a page that must not be touched.</summary>
internal sealed class Target : IDisposable
{
    /// <summary>Longer inputs are not tried, in bytes.</summary>
    public const int MaxInput = 1 << 16;

    private readonly GuardedMemory _memory = new(MaxInput);

    /// <summary>What is wrong, or null. Never throws: an exception of any kind is what is wrong.</summary>
    public string? Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty || input.Length > MaxInput)
            return null;
        ContractCase contract = ContractCase.All[input[0] % ContractCase.All.Count];
        input[1..].CopyTo(_memory.AtEnd(input.Length - 1));
        try
        {
            return PayloadCheck.Check(contract, _memory.Memory);
        }
        catch (Exception e)
        {
            return $"{contract}: {e}";
        }
    }

    public void Dispose() => ((IDisposable)_memory).Dispose();
}
