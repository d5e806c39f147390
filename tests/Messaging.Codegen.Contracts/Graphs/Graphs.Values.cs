using System.Text;

namespace Messaging.Codegen.Contracts;

// Values crowd around the places where an encoding changes its form. The first choice of each is the simplest.
public sealed partial class Graphs
{
    private const string Ascii = "abcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly string[] Alphabets = [Ascii, "äöüßéèñç", "абвгдежз", "中文字符編碼", "𝄞😀🚀", "\ud800\udc00x\udfffy\ud9ff"];

    private static readonly long[] Edges =
        [0, 31, 32, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, 1L << 31, uint.MaxValue, 1L << 32, 1L << 53, long.MaxValue];

    private long Integer()
    {
        long magnitude = choices.Below(4) switch
        {
            0 => choices.Below(40),
            1 => Edges[choices.Below(Edges.Length)],
            2 => Edges[choices.Below(Edges.Length)] + 1,
            _ => (long)(choices.Bits() >> choices.Below(64)),
        };
        return choices.Once(3) ? -magnitude : magnitude;
    }

    private bool Boolean() => choices.Once(2);

    private float Single() => choices.Below(5) switch
    {
        0 => Integer(),
        1 => -0.0f,
        2 => float.NaN,
        3 => float.NegativeInfinity,
        _ => BitConverter.UInt32BitsToSingle((uint)choices.Bits()),
    };

    private double Double() => choices.Below(6) switch
    {
        0 => Integer(),
        1 => -0.0,
        2 => double.NaN,
        3 => double.PositiveInfinity,
        4 => choices.Below(1000) / 8.0,
        _ => BitConverter.UInt64BitsToDouble(choices.Bits()),
    };

    private decimal Decimal() => choices.Below(4) switch
    {
        0 => new decimal(choices.Below(100_000), 0, 0, Boolean(), 2),
        1 => new decimal(choices.Below(3), 0, 0, Boolean(), (byte)choices.Below(29)),
        2 => new decimal((int)choices.Bits(), (int)choices.Bits(), (int)choices.Bits(), Boolean(), (byte)choices.Below(29)),
        _ => Boolean() ? decimal.MinValue : decimal.MaxValue,
    };

    private DateTime DateTime()
    {
        long ticks = choices.Below(5) switch
        {
            0 => System.DateTime.UnixEpoch.Ticks + choices.Below(int.MaxValue) * TimeSpan.TicksPerSecond,
            1 => System.DateTime.UnixEpoch.Ticks - choices.Below(3),
            2 => System.DateTime.UnixEpoch.AddSeconds(1L << 32).Ticks + choices.Below(3) - 1,
            3 => System.DateTime.UnixEpoch.AddSeconds(1L << 34).Ticks + choices.Below(3) - 1,
            _ => (long)(choices.Bits() % (ulong)(System.DateTime.MaxValue.Ticks + 1)),
        };
        return new DateTime(ticks, choices.Below(3) switch { 0 => DateTimeKind.Utc, 1 => DateTimeKind.Unspecified, _ => DateTimeKind.Local });
    }

    private DateTime Utc() => System.DateTime.SpecifyKind(DateTime(), DateTimeKind.Utc);

    private DateTimeOffset DateTimeOffset()
    {
        long margin = TimeSpan.TicksPerDay;
        long clock = margin + (long)(choices.Bits() % (ulong)(System.DateTime.MaxValue.Ticks - 2 * margin));
        return new DateTimeOffset(clock, TimeSpan.FromMinutes(choices.Below(3) switch { 0 => 0, 1 => choices.Below(841), _ => -choices.Below(841) }));
    }

    private TimeSpan Duration() => new(Integer());

    private DateOnly DateOnly() => System.DateOnly.FromDayNumber(choices.Below(System.DateOnly.MaxValue.DayNumber + 1));

    private TimeOnly TimeOnly() => new((long)(choices.Bits() % (ulong)TimeSpan.TicksPerDay));

    private Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, choices.Bits());
        BitConverter.TryWriteBytes(bytes[8..], choices.Bits());
        return new Guid(bytes);
    }

    private string Text()
    {
        int length = choices.Below(choices.Below(12) switch { 11 => 400, 10 => 80, _ => 20 });
        string alphabet = choices.Once(3) ? Alphabets[choices.Below(Alphabets.Length)] : Ascii;
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            if (choices.Once(40))
                alphabet = Alphabets[choices.Below(Alphabets.Length)];
            text.Append(alphabet[choices.Below(alphabet.Length)]);
        }
        return text.ToString();
    }

    /// <summary>A text that stays what it is on the wire, where unpaired surrogates are all the same.</summary>
    private string KeyText() => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text()));

    private byte[] Bytes() => Array(() => (byte)choices.Below(256), choices.Once(20) ? 300 : 20);

    private TEnum Pick<TEnum>()
        where TEnum : struct, Enum
    {
        TEnum[] values = Values<TEnum>.All;
        return values[choices.Below(values.Length)];
    }

    private T? Maybe<T>(Func<T> value)
        where T : struct => Boolean() ? value() : null;

    private T? Some<T>(Func<T> value)
        where T : class => Boolean() ? value() : null;

    private T[] Array<T>(Func<T> element, int bound = 6)
    {
        var array = new T[choices.Below(bound)];
        for (int i = 0; i < array.Length; i++)
            array[i] = element();
        return array;
    }

    private List<T> List<T>(Func<T> element, int bound = 6) => [.. Array(element, bound)];

    private Dictionary<TKey, TValue> Dictionary<TKey, TValue>(Func<TKey> key, Func<TValue> value)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TValue>();
        for (int count = choices.Below(5); count > 0; count--)
            dictionary[key()] = value();
        return dictionary;
    }

    private static class Values<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly TEnum[] All = [default, .. Enum.GetValues<TEnum>()];
    }
}
