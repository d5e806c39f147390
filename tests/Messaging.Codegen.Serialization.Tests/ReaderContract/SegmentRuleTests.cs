using System.Buffers;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>Every contract, in pieces.</summary>
public sealed class SegmentRuleTests
{
    public static TheoryData<string> Contracts => Cases.Contracts;

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_payload_may_be_split_at_every_byte(string name)
    {
        ContractCase contract = Cases.Of(name);
        foreach (byte[] payload in Cases.Payloads(contract, 2, maxBytes: 600))
        {
            for (int at = 0; at <= payload.Length; at++)
                Assert.Equal(payload, contract.Write(contract.Read(Pieces(payload, at))));
        }
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_payload_may_be_split_in_three_at_every_pair_of_bytes(string name)
    {
        ContractCase contract = Cases.Of(name);
        byte[] payload = Cases.Payloads(contract, 1, maxBytes: 200).FirstOrDefault() ?? contract.Write(contract.Make(new Choices([])));
        for (int first = 0; first <= payload.Length; first++)
        {
            for (int second = first; second <= payload.Length; second++)
                Assert.Equal(payload, contract.Write(contract.Read(Pieces(payload, first, second))));
        }
    }

    private static ReadOnlySequence<byte> Pieces(byte[] payload, params int[] cuts)
    {
        var first = new Segment(payload.AsMemory(0, cuts[0]), null);
        Segment last = first;
        for (int i = 0; i < cuts.Length; i++)
        {
            int end = i + 1 < cuts.Length ? cuts[i + 1] : payload.Length;
            // A piece of its own memory, so that a read beyond it would not find the next one behind.
            last = new Segment(payload[cuts[i]..end], last);
        }
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null)
                return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
