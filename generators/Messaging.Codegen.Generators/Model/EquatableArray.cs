using System.Collections;
using System.Collections.Immutable;

namespace Messaging.Codegen.Generators.Model;

/// <summary>An immutable array that equals another one with equal elements, so that a model made of it can stop the pipeline.</summary>
/// <typeparam name="T">The element, compared by value.</typeparam>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    /// <summary>Takes over <paramref name="items"/>, which nobody may change from now on.</summary>
    public EquatableArray(T[] items) => _items = items;

    public static EquatableArray<T> Empty => default;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => _items![index];

    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in this)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="EquatableArray{T}"/> of other sequences.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> =>
        new(items.ToArray());

    /// <summary>The rows in an order that does not depend on the order of files, without equal neighbours.</summary>
    /// <param name="items">The rows, in any order.</param>
    /// <param name="key">What a row is sorted by, ordinally.</param>
    public static EquatableArray<T> ToSortedArray<T>(this IEnumerable<T> items, Func<T, string> key)
        where T : IEquatable<T> =>
        items.OrderBy(key, StringComparer.Ordinal).Distinct().ToEquatableArray();
}
