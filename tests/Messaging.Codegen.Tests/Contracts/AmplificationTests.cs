using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>What one byte can cost.</summary>
[Message("test.hoard")]
public sealed partial record Hoard
{
    [Key(0)] public List<Roomy>? Parts { get; init; }
    [Key(1)] public List<List<int>>? Lists { get; init; }
    [Key(2)] public int[][]? Arrays { get; init; }
    [Key(3)] public Dictionary<byte, Roomy>[]? Maps { get; init; }
    [Key(4)] public List<string>? Texts { get; init; }
    [Key(5)] public List<(int, Roomy?)>? Tuples { get; init; }
}

/// <summary>A part without required members: ten numbers, 56 bytes with the object's header.</summary>
public sealed class Roomy
{
    [Key(0)] public int A { get; set; }
    [Key(1)] public int B { get; set; }
    [Key(2)] public int C { get; set; }
    [Key(3)] public int D { get; set; }
    [Key(4)] public int E { get; set; }
    [Key(5)] public int F { get; set; }
    [Key(6)] public int G { get; set; }
    [Key(7)] public int H { get; set; }
    [Key(8)] public int I { get; set; }
    [Key(9)] public int J { get; set; }
}

/// <summary>
/// The most that a payload can make a reader allocate for each of its bytes. A short array stands for a part of an older writer, so an empty one is
/// a part with every member at its default: the factor is the size of the object that one byte stands for and of the slot that it is put in.
/// </summary>
public sealed class AmplificationTests
{
    private const int Count = 60_000;
    private const int Slot = 8;

    [Fact]
    public void Empty_parts_cost_their_size_and_a_slot() => Assert.InRange(BytesPerByte(0, 0x90), 50, 56 + Slot + 1);

    [Fact]
    public void Empty_lists_cost_their_size_and_a_slot() => Assert.InRange(BytesPerByte(1, 0x90), 8, 32 + Slot + 1);

    [Fact]
    public void Empty_arrays_and_texts_cost_a_slot()
    {
        Assert.InRange(BytesPerByte(2, 0x90), 1, Slot + 1);
        Assert.InRange(BytesPerByte(4, 0xa0), 1, Slot + 1);
    }

    [Fact]
    public void Empty_dictionaries_cost_their_size_and_a_slot() => Assert.InRange(BytesPerByte(3, 0x80), 8, 80 + Slot + 1);

    [Fact]
    public void A_tuple_costs_less_since_its_items_take_bytes_of_their_own() => Assert.InRange(BytesPerByte(5, 0x92, 0x00, 0xc0), 1, 16 / 3 + 2);

    /// <summary>One element short of what was announced: the list itself is allocated, since the bytes that remain could hold it, and no element.</summary>
    [Fact]
    public void A_payload_that_fails_costs_no_more_than_one_that_does_not()
    {
        byte[] payload = [.. Payload(0, [0x90]), 0xc1];
        Assert.InRange(Allocated(payload, expected: false), 1, (56 + Slot + 1) * Count);
    }

    private static double BytesPerByte(int key, params byte[] element)
    {
        var payload = Payload(key, element);
        return (double)Allocated(payload, expected: true) / payload.Length;
    }

    private static byte[] Payload(int key, byte[] element) =>
    [
        (byte)(0x91 + key), .. Enumerable.Repeat((byte)0xc0, key), 0xdd, 0, 0, Count >> 8, Count & 0xff,
        .. Enumerable.Repeat(element, Count).SelectMany(static bytes => bytes),
    ];

    private static long Allocated(byte[] payload, bool expected)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(expected, Serialization.Attempt.Read<Hoard>(payload) is not null);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
