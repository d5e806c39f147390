using System.Text;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Random values that crowd around the places where an encoding changes its form.</summary>
internal sealed class Samples(int seed)
{
    private static readonly string[] Alphabets = ["abcdefghijklmnopqrstuvwxyz0123456789-_.", "äöüßéèñç", "абвгдежз", "中文字符編碼", "𝄞😀🚀", "\ud800\udc00x\udfffy\ud9ff"];

    public Random Random { get; } = new(seed);

    public long Integer()
    {
        long magnitude = Random.Next(4) == 0 ? Random.Next(300) : (1L << Random.Next(63)) + Random.Next(-2, 3);
        return Random.Next(2) == 0 ? magnitude : -magnitude;
    }

    public double Float() => Random.Next(6) switch
    {
        0 => Integer(),
        1 => double.NaN,
        2 => -0.0,
        3 => double.NegativeInfinity,
        4 => Random.NextDouble(),
        _ => BitConverter.Int64BitsToDouble(Random.NextInt64()),
    };

    public decimal Decimal() => Random.Next(5) switch
    {
        0 => Random.Next(1_000_000) / 100m,
        1 => new decimal(Random.Next(), Random.Next(), Random.Next(), Random.Next(2) == 0, (byte)Random.Next(29)),
        2 => new decimal(Random.Next(3), 0, 0, Random.Next(2) == 0, (byte)Random.Next(29)),
        3 => decimal.MinValue + Random.Next(3),
        _ => (decimal)Integer() / (decimal)Math.Pow(10, Random.Next(8)),
    };

    public DateTime DateTime()
    {
        long ticks = Random.Next(5) switch
        {
            0 => System.DateTime.UnixEpoch.Ticks + Random.Next(-2, 3) * TimeSpan.TicksPerSecond,
            1 => System.DateTime.UnixEpoch.AddSeconds(1L << 32).Ticks + Random.Next(-2, 3),
            2 => System.DateTime.UnixEpoch.AddSeconds(1L << 34).Ticks + Random.Next(-2, 3),
            3 => System.DateTime.UnixEpoch.Ticks + Random.NextInt64(1L << 32) * TimeSpan.TicksPerSecond,
            _ => Random.NextInt64(System.DateTime.MaxValue.Ticks + 1),
        };
        return new DateTime(ticks, (DateTimeKind)Random.Next(3));
    }

    public DateTimeOffset DateTimeOffset() =>
        new(Random.NextInt64(TimeSpan.TicksPerDay, System.DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(Random.Next(-840, 841)));

    public Guid Guid()
    {
        byte[] bytes = new byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public string Text() => Text(Random.Next(8) switch { 0 => 300, 1 => 70, _ => 20 });

    public string Text(int maxLength)
    {
        int length = Random.Next(maxLength + 1);
        string alphabet = Alphabets[Random.Next(3) == 0 ? Random.Next(Alphabets.Length) : 0];
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            if (Random.Next(40) == 0)
                alphabet = Alphabets[Random.Next(Alphabets.Length)];
            text.Append(alphabet[Random.Next(alphabet.Length)]);
        }
        return text.ToString();
    }

    public Scalars Scalars() => new()
    {
        Flag = Random.Next(2) == 0,
        Tiny = (sbyte)Integer(),
        Octet = (byte)Integer(),
        Short = (short)Integer(),
        UShort = (ushort)Integer(),
        Int = (int)Integer(),
        UInt = (uint)Integer(),
        Long = Integer(),
        ULong = (ulong)Integer(),
        Float = (float)Float(),
        Double = Float(),
        Letter = (char)Integer(),
        Id = Guid(),
        Amount = Decimal(),
        At = DateTime(),
        Seen = DateTimeOffset(),
        Took = TimeSpan.FromTicks(Integer()),
        Day = DateOnly.FromDayNumber(Random.Next(DateOnly.MaxValue.DayNumber + 1)),
        Time = new TimeOnly(Random.NextInt64(TimeSpan.TicksPerDay)),
        Text = Random.Next(5) == 0 ? null : Text(),
        Blob = Random.Next(5) == 0 ? null : Array(() => (byte)Random.Next(256)),
    };

    public NullableScalars NullableScalars()
    {
        Scalars all = Scalars();
        return new NullableScalars
        {
            Flag = Maybe(all.Flag),
            Tiny = Maybe(all.Tiny),
            Octet = Maybe(all.Octet),
            Short = Maybe(all.Short),
            UShort = Maybe(all.UShort),
            Int = Maybe(all.Int),
            UInt = Maybe(all.UInt),
            Long = Maybe(all.Long),
            ULong = Maybe(all.ULong),
            Float = Maybe(all.Float),
            Double = Maybe(all.Double),
            Letter = Maybe(all.Letter),
            Id = Maybe(all.Id),
            Amount = Maybe(all.Amount),
            At = Maybe(all.At),
            Seen = Maybe(all.Seen),
            Took = Maybe(all.Took),
            Day = Maybe(all.Day),
            Time = Maybe(all.Time),
        };
    }

    public Order Order() => new()
    {
        Id = Guid(),
        Region = Text(),
        Total = Decimal(),
        Lines = [.. Array(() => new OrderLine { Sku = Text(), Quantity = (int)Integer(), Price = Decimal() }, 6)],
        State = new[] { OrderState.Unknown, OrderState.Open, OrderState.Paid, OrderState.Lost }[Random.Next(4)],
        Payment = Random.Next(3) switch
        {
            0 => null,
            1 => new CardPayment { Holder = Random.Next(3) == 0 ? null : Text() },
            _ => new Voucher { Code = Guid() },
        },
        Counts = Random.Next(4) == 0 ? null : Array(Text).DistinctBy(Utf8).ToDictionary(text => text, _ => (int)Integer()),
        Links = Random.Next(4) == 0 ? null : Array(() => (int)Integer(), 5).Distinct().ToDictionary(key => key, _ => Array(Guid, 3).ToList()),
        Tags = Random.Next(4) == 0 ? null : Array(() => Random.Next(4) == 0 ? null : Text(), 20),
    };

    public Numbers Numbers()
    {
        int size = Random.Next(6) == 0 ? 3000 : 40;
        return new Numbers
        {
            SBytes = Array(() => (sbyte)Integer(), size),
            SByteList = [.. Array(() => (sbyte)Integer(), size)],
            Shorts = Array(() => (short)Integer(), size),
            ShortList = [.. Array(() => (short)Integer(), size)],
            UShorts = Array(() => (ushort)Integer(), size),
            UShortList = [.. Array(() => (ushort)Integer(), size)],
            Ints = Run(size),
            IntList = [.. Run(size)],
            UInts = Array(() => (uint)Integer(), size),
            UIntList = [.. Array(() => (uint)Integer(), size)],
            Longs = Array(Integer, size),
            LongList = [.. Array(Integer, size)],
            ULongs = Array(() => (ulong)Integer(), size),
            ULongList = [.. Array(() => (ulong)Integer(), size)],
            Floats = Array(() => (float)Float(), size),
            FloatList = [.. Array(() => (float)Float(), size)],
            Doubles = Array(Float, size),
            DoubleList = [.. Array(Float, size)],
            Flags = Array(() => Random.Next(2) == 0, size),
            FlagList = Random.Next(3) == 0 ? null : [.. Array(() => Random.Next(2) == 0, size)],
            ByteList = [.. Array(() => (byte)Integer(), size)],
        };
    }

    /// <summary>Integers of one width for a while, then of another, as real data has them.</summary>
    private int[] Run(int size)
    {
        int shift = 0;
        return Array(
            () =>
            {
                if (Random.Next(12) == 0)
                    shift = Random.Next(32);
                return (int)(Random.NextInt64() >>> shift) * (Random.Next(5) == 0 ? -1 : 1);
            },
            size);
    }

    public T[] Array<T>(Func<T> element, int maxLength = 40)
    {
        var array = new T[Random.Next(maxLength + 1)];
        for (int i = 0; i < array.Length; i++)
            array[i] = element();
        return array;
    }

    /// <summary>What tells texts apart on the wire, where unpaired surrogates are all the same.</summary>
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private T? Maybe<T>(T value)
        where T : struct => Random.Next(3) == 0 ? null : value;
}
