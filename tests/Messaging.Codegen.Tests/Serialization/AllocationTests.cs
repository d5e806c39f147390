using System.Buffers;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>What writing and reading allocate, counted exactly.</summary>
public class AllocationTests
{
    private static readonly byte[] Array32 = [0xdd, 0x7f, 0xff, 0xff, 0xff];
    private static readonly byte[] Map32 = [0xdf, 0x7f, 0xff, 0xff, 0xff];

    [Fact]
    public void Writing_into_a_given_buffer_allocates_nothing()
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);
        var samples = new Samples(5);
        Order order = samples.Order() with { Region = "Āß中𝄞", Lines = [new OrderLine { Sku = "a", Price = 1.5m }], Tags = ["x", null], Counts = new() { ["eu"] = 3 } };
        Scalars scalars = samples.Scalars() with { Text = new string('x', 100) };
        Assert.Equal(0, Allocated(() =>
        {
            output.ResetWrittenCount();
            MessageSerializer.Serialize(output, order);
            MessageSerializer.Serialize(output, scalars);
        }));
    }

    [Fact]
    public void Reading_allocates_the_message_and_nothing_else()
    {
        byte[] payload = Oracle.Write(new Samples(6).Order());
        long ours = Allocated(() => MessageSerializer.Deserialize<Order>(payload));
        long theirs = Allocated(() => Oracle.Read<Order>(payload));
        Assert.InRange(ours, 1, theirs);
    }

    [Fact]
    public void An_announced_count_that_the_payload_cannot_hold_allocates_nothing_for_it()
    {
        byte[] id = MessageSerializer.SerializeToArray(new Samples(1).Order() with { Region = "" })[1..40];
        Bounded<Order>([0x94, .. id, 0xc0, .. Array32]);
        Bounded<Order>([0x98, .. id, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, .. Map32]);
        Bounded<Order>([0x99, .. id, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, .. Map32]);
        Bounded<Order>([0x9a, .. id, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, .. Array32]);
        for (int key = 0; key < 21; key++)
        {
            byte[] nils = new byte[key];
            nils.AsSpan().Fill(0xc0);
            Bounded<Numbers>([0xdc, 0, (byte)(key + 1), .. nils, .. Array32]);
            Bounded<Scalars>([0xdc, 0, (byte)(key + 1), .. nils, 0xc6, 0x7f, 0xff, 0xff, 0xff]);
            Bounded<Scalars>([0xdc, 0, (byte)(key + 1), .. nils, 0xdb, 0x7f, 0xff, 0xff, 0xff]);
        }
    }

    [Fact]
    public void The_most_that_a_payload_can_claim_is_a_small_multiple_of_it()
    {
        byte[] nils = new byte[100_000];
        nils.AsSpan().Fill(0xc0);
        byte[] id = MessageSerializer.SerializeToArray(new Samples(1).Order() with { Region = "" })[1..40];
        byte[] tags = [0x9a, .. id, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xc0, 0xdd, 0, 1, 0x86, 0xa0, .. nils];
        Assert.InRange(Allocated(() => MessageSerializer.Deserialize<Order>(tags)), 1, 9 * tags.Length);

        byte[] doubles = [0xdc, 0, 17, .. nils.AsSpan(0, 16), 0xdd, 0, 1, 0x86, 0xa0, .. new byte[100_000]];
        Assert.InRange(Allocated(() => MessageSerializer.Deserialize<Numbers>(doubles)), 1, 9 * doubles.Length);
    }

    private static void Bounded<T>(byte[] payload)
        where T : class, IMessage<T> =>
        Assert.InRange(Allocated(() => Assert.Null(Attempt.Read<T>(payload))), 0, 64 * 1024);

    /// <summary>Bytes that this thread allocates in one run, after runs that have compiled everything.</summary>
    private static long Allocated(Action action)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
