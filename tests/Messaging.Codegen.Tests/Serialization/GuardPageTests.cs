using System.Buffers;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>
/// Payloads and windows that end at a page which must not be touched. A fault here is no failed assertion but the end of the test process.
/// </summary>
public class GuardPageTests
{
    [Fact]
    public void Reads_stay_inside_the_payload()
    {
        if (!GuardedMemory.IsSupported)
            return;
        using var memory = new GuardedMemory(1 << 20);
        int accepted = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var samples = new Samples(seed);
            accepted += Read<Scalars>(memory, Oracle.Write(samples.Scalars()), samples.Random);
            accepted += Read<Order>(memory, Oracle.Write(samples.Order()), samples.Random);
            if (seed % 10 == 0)
                accepted += Read<Numbers>(memory, Oracle.Write(samples.Numbers()), samples.Random);
        }
        Assert.True(accepted > 3000);
    }

    [Fact]
    public void Each_truncation_is_read_up_to_its_end_only()
    {
        if (!GuardedMemory.IsSupported)
            return;
        using var memory = new GuardedMemory(1 << 20);
        for (int seed = 0; seed < 40; seed++)
        {
            var samples = new Samples(seed);
            foreach (byte[] payload in new[] { Oracle.Write(samples.Scalars()), Oracle.Write(samples.Order()) })
            {
                for (int length = 1; length < payload.Length; length++)
                {
                    payload.AsSpan(0, length).CopyTo(memory.AtEnd(length));
                    Attempt.Read<Scalars>(memory.Memory);
                    Attempt.Read<Order>(memory.Memory);
                }
            }
        }
    }

    [Fact]
    public void Writes_stay_inside_the_room_asked_for()
    {
        if (!GuardedMemory.IsSupported)
            return;
        using var writer = new ExactWindows();
        for (int seed = 0; seed < 1500; seed++)
        {
            var samples = new Samples(seed);
            Write(writer, samples.Scalars());
            Write(writer, samples.NullableScalars());
            Write(writer, samples.Order());
            if (seed % 10 == 0)
                Write(writer, samples.Numbers());
        }
    }

    [Fact]
    public void Each_scalar_stays_inside_its_own_bound()
    {
        if (!GuardedMemory.IsSupported)
            return;
        using var writer = new ExactWindows();
        for (int seed = 0; seed < 3000; seed++)
        {
            var samples = new Samples(seed);
            Scalars all = samples.Scalars();
            One(writer, all.Flag, static (ref w, v) => w.Write(v));
            One(writer, all.Tiny, static (ref w, v) => w.Write(v));
            One(writer, all.Octet, static (ref w, v) => w.Write(v));
            One(writer, all.Short, static (ref w, v) => w.Write(v));
            One(writer, all.UShort, static (ref w, v) => w.Write(v));
            One(writer, all.Int, static (ref w, v) => w.Write(v));
            One(writer, all.UInt, static (ref w, v) => w.Write(v));
            One(writer, all.Long, static (ref w, v) => w.Write(v));
            One(writer, all.ULong, static (ref w, v) => w.Write(v));
            One(writer, all.Float, static (ref w, v) => w.Write(v));
            One(writer, all.Double, static (ref w, v) => w.Write(v));
            One(writer, all.Letter, static (ref w, v) => w.Write(v));
            One(writer, all.Id, static (ref w, v) => w.Write(v));
            One(writer, all.Amount, static (ref w, v) => w.Write(v));
            One(writer, all.At, static (ref w, v) => w.Write(v));
            One(writer, all.Seen, static (ref w, v) => w.Write(v));
            One(writer, all.Took, static (ref w, v) => w.Write(v));
            One(writer, all.Day, static (ref w, v) => w.Write(v));
            One(writer, all.Time, static (ref w, v) => w.Write(v));
            One(writer, all.Text, static (ref w, v) => w.Write(v));
            One(writer, samples.Text(), static (ref w, v) => w.Write(v));
        }
    }

    private delegate void Writing<T>(ref Codegen.Serialization.PackWriter writer, T value);

    private static void One<T>(ExactWindows windows, T value, Writing<T> write)
    {
        windows.Written.Clear();
        var writer = new Codegen.Serialization.PackWriter(windows);
        write(ref writer, value);
        writer.Flush();
        Assert.Equal(Oracle.Write(value), windows.Written);
    }

    private static void Write<T>(ExactWindows windows, T message)
        where T : IMessage<T>
    {
        windows.Written.Clear();
        MessageSerializer.Serialize(windows, message);
        Assert.Equal(Oracle.Write(message), windows.Written);
    }

    private static int Read<T>(GuardedMemory memory, byte[] payload, Random random)
        where T : class, IMessage<T>
    {
        payload.CopyTo(memory.AtStart(payload.Length));
        Assert.NotNull(Attempt.Read<T>(memory.Memory));
        payload.CopyTo(memory.AtEnd(payload.Length));
        Assert.NotNull(Attempt.Read<T>(memory.Memory));
        int accepted = 1;
        for (int i = 0; i < 8; i++)
        {
            byte[] mutated = Mutation.Of(payload, random);
            mutated.CopyTo(memory.AtEnd(mutated.Length));
            accepted += Attempt.Read<T>(memory.Memory) is null ? 0 : 1;
        }
        return accepted;
    }

    /// <summary>Gives exactly the room that is asked for, right in front of a page that must not be touched.</summary>
    private sealed class ExactWindows : IBufferWriter<byte>, IDisposable
    {
        private readonly GuardedMemory _memory = new(1 << 20);

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(_memory.GetSpan()[..count]);

        public Span<byte> GetSpan(int sizeHint = 0) => _memory.AtEnd(sizeHint);

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public void Dispose() => ((IDisposable)_memory).Dispose();
    }
}
