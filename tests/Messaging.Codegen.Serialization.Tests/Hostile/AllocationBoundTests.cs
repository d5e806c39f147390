using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization.Tests.ReaderContract;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Serialization.Tests.Hostile;

/// <summary>
/// What a hostile payload makes a reader allocate: at most <see cref="PerByte"/> bytes for each of its bytes, and a constant for the message itself and
/// the exception. A byte can announce an element of at most one object with its collection: a list of lists of no elements takes 1 byte each on the
/// wire, and 32 for the list and 8 for its place in memory; a dictionary's entry and bucket take up to 60 for 2;
/// an observable collection makes arguments of an event for each.
/// </summary>
public sealed class AllocationBoundTests
{
    private const int PerByte = 128;
    private const int Constant = 64 * 1024;

    public static TheoryData<string> Contracts => Cases.Contracts;

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_hostile_payload_allocates_a_small_multiple_of_its_size(string name)
    {
        ContractCase contract = Cases.Of(name);
        var random = new Random(5);
        foreach (byte[] payload in Cases.Payloads(contract, 20, maxBytes: 4000))
        {
            Measure(contract, payload);
            for (int i = 0; i < 200; i++)
                Measure(contract, Mutation.Of(payload, random));
            for (int i = 0; i < 100; i++)
                Measure(contract, Overlong(payload, random));
        }
        for (int i = 0; i < 2000; i++)
        {
            byte[] noise = new byte[random.Next(1, 300)];
            random.NextBytes(noise);
            noise[0] = (byte)(0x90 + random.Next(16));
            Measure(contract, noise);
        }
    }

    /// <summary>Each place holds a megabyte of the smallest elements.</summary>
    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_huge_collection_allocates_a_small_multiple_of_its_size(string name)
    {
        const int Count = 100_000;
        ContractCase contract = Cases.Of(name);
        byte[] payload = Cases.Payloads(contract, 1).Single();
        foreach (PayloadNode node in PayloadNode.Parse(payload).All().Where(node => node.IsArray || node.IsMap))
        {
            foreach (byte element in new byte[] { 0x00, 0xc0, 0x90, 0xa0, 0x80, 0xc2 })
                Measure(contract, node.Replace([0xdd, 0, Count >> 16, Count >> 8 & 0xff, Count & 0xff, .. Enumerable.Repeat(element, Count)]));
        }
    }

    private static byte[] Overlong(byte[] payload, Random random)
    {
        PayloadNode[] nodes = [.. PayloadNode.Parse(payload).All()];
        byte[] codes = [0xc6, 0xc9, 0xdb, 0xdd, 0xdf];
        uint length = random.Next(3) switch { 0 => (uint)payload.Length, 1 => (uint)payload.Length / 2, _ => (uint)random.NextInt64(1L << 32) };
        return nodes[random.Next(nodes.Length)]
            .ReplaceToken([codes[random.Next(codes.Length)], (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
    }

    private static void Measure(ContractCase contract, byte[] payload)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            contract.Read(payload.AsMemory());
        }
        catch (MessageFormatException)
        {
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(
            allocated <= Constant + (long)PerByte * payload.Length,
            $"{allocated} bytes for {payload.Length}: {Convert.ToHexString(payload.AsSpan(0, Math.Min(payload.Length, 200)))}");
    }
}
