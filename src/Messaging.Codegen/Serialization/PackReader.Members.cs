using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

// For Get: positions that emitted code keeps in a local while it reads the members of an object.
public ref partial struct PackReader
{
    /// <summary>The position of the next byte to be read.</summary>
    public readonly ref byte Position
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _cursor;
    }

    /// <summary>True when an array of exactly <paramref name="count"/> elements begins here, under its shortest header: the form that a writer of the same contract produces.</summary>
    /// <param name="count">The number of elements, at most 65535.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool StartsArray(int count) =>
        count <= Code.MaxFixContainerCount
            ? HasByte(ref _cursor) && _cursor == (Code.MinFixArray | count)
            : Has(ref _cursor, 3) && _cursor == Code.Array16 && BigEndian.Load16(ref Unsafe.Add(ref _cursor, 1)) == count;

    /// <summary>The position of the first element. Precondition: <see cref="StartsArray"/> is true of <paramref name="count"/>.</summary>
    /// <param name="count">The number of elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref byte Begin(int count) => ref Unsafe.Add(ref _cursor, count <= Code.MaxFixContainerCount ? 1 : 3);

    /// <summary>Declares everything before <paramref name="end"/> read.</summary>
    /// <param name="end">What <see cref="Begin"/> or a method of <see cref="Get"/> has returned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(scoped ref byte end) => _cursor = ref Unsafe.AsRef(ref end);

    /// <summary>True when the member in front of <paramref name="p"/> was nil, which stands for an absent one.</summary>
    /// <param name="p">What the latest method of <see cref="Get"/> has returned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool WasNil(scoped ref byte p) => Unsafe.AreSame(ref p, ref _behindNil);

    /// <summary>Refuses a message whose required member is nil.</summary>
    /// <param name="p">What the method of <see cref="Get"/> that read the member has returned.</param>
    /// <param name="key">The member's key.</param>
    /// <param name="name">The member's name.</param>
    /// <exception cref="MessageFormatException">It was nil.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Require(scoped ref byte p, int key, string name)
    {
        if (WasNil(ref p))
            throw MissingMember(ref p, key, name);
    }

    /// <summary>A required member was nil.</summary>
    /// <param name="p">What the method of <see cref="Get"/> that read the member has returned.</param>
    /// <param name="key">The member's key.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public MessageFormatException MissingMember(scoped ref byte p, int key, string name)
    {
        Commit(ref p);
        return MissingMember(key, name);
    }

    /// <summary>The number that has just been read is no value of the enum.</summary>
    /// <param name="p">What the method of <see cref="Get"/> that read the number has returned.</param>
    /// <param name="value">The number.</param>
    /// <param name="enum">Name of the enum.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public MessageFormatException UnknownEnumValue(scoped ref byte p, long value, string @enum)
    {
        Commit(ref p);
        return UnknownEnumValue(value, @enum);
    }

    /// <summary>True when a byte of the payload stands at <paramref name="p"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool HasByte(scoped ref byte p) => Unsafe.IsAddressLessThan(ref p, ref _end);

    /// <summary>True when <paramref name="count"/> bytes of the payload begin at <paramref name="p"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool Has(scoped ref byte p, int count) => Unsafe.ByteOffset(ref p, ref _end) >= count;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool TakeBoolean(scoped ref byte p) => !TryTakeNil(ref p) && ReadBoolean();

    // Returns the position itself: the next member need not wait until it has been stored and loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ref byte TakeInteger(ref byte p, long minimum, long maximum, string expected, out long value)
    {
        int size = TryForm(ref p, minimum, maximum, out value);
        if (size > 0)
            return ref Unsafe.Add(ref p, size);
        value = TryTakeNil(ref p) ? 0 : ReadOddInteger(minimum, maximum, expected);
        return ref _cursor;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ulong TakeUInt64(scoped ref byte p) => TryTakeNil(ref p) ? 0 : ReadUInt64();

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal float TakeSingle(scoped ref byte p) => TryTakeNil(ref p) ? 0 : ReadSingle();

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal double TakeDouble(scoped ref byte p) => TryTakeNil(ref p) ? 0 : ReadDouble();

    internal string? TakeString(scoped ref byte p) => TryTakeNil(ref p) ? null : ReadString();

    internal Guid TakeGuid(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadGuid();

    internal decimal TakeDecimal(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadDecimal();

    internal DateTime TakeDateTime(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadDateTime();

    internal DateTimeOffset TakeDateTimeOffset(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadDateTimeOffset();

    internal Rune TakeRune(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadRune();

    internal Int128 TakeInt128(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadInt128();

    internal UInt128 TakeUInt128(scoped ref byte p) => TryTakeNil(ref p) ? default : ReadUInt128();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeNil(scoped ref byte p)
    {
        Commit(ref p);
        if (!TryReadNil())
            return false;
        _behindNil = ref _cursor;
        return true;
    }
}
