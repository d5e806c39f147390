namespace Messaging.Codegen;

/// <summary>One object per type, found by a type argument. A look-up is an array access: no type is inspected, hashed or compared.</summary>
/// <remarks>Fill it before others read it; reading from several threads is safe.</remarks>
internal sealed class TypeTable
{
    private static int _slots;

    private object?[] _values = [];

    /// <summary>Puts the object of <typeparamref name="T"/> in, in place of an earlier one.</summary>
    public void Set<T>(object value)
    {
        if (Slot<T>.Number >= _values.Length)
        {
            Array.Resize(ref _values, Slot<T>.Number + 1);
        }

        _values[Slot<T>.Number] = value;
    }

    /// <summary>The object of <typeparamref name="T"/>, or null.</summary>
    public object? Get<T>()
    {
        var values = _values;
        var slot = Slot<T>.Number;
        return (uint)slot < (uint)values.Length ? values[slot] : null;
    }

    /// <summary>The place of a type in every table.</summary>
    private static class Slot<T>
    {
        public static readonly int Number = Interlocked.Increment(ref _slots) - 1;
    }
}
