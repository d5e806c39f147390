using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>
/// Bounds the work of filling a hash table with keys that somebody has chosen to collide. The runtime defends dictionaries of strings only: with
/// any other key, multiples of the table's size all fall into one bucket, and filling it takes quadratic time. This counts the steps that each
/// key takes through its bucket and refuses the payload when there are more than <see cref="StepsPerKey"/> a key on average. Tables of up to twice
/// as many keys cannot exceed that, so nothing is counted for them.
/// </summary>
/// <remarks>
/// Keys by chance take half a step on average, so a payload that is refused is either hostile or would make every later use of the
/// collection slow. Counting costs an array of one integer for each bucket from the shared pool and one more hash code for each key.
/// </remarks>
public struct HashGuard
{
    /// <summary>Steps through buckets that are allowed for each key on average: 256.</summary>
    public const int StepsPerKey = 256;

    private readonly uint _buckets;
    private int[]? _keysInBucket;
    private long _stepsLeft;

    internal HashGuard(int count, int buckets)
    {
        if (count <= 2 * StepsPerKey)
            return;
        _buckets = (uint)buckets;
        _stepsLeft = (long)count * StepsPerKey;
        _keysInBucket = ArrayPool<int>.Shared.Rent(buckets);
        _keysInBucket.AsSpan(0, buckets).Clear();
    }

    /// <summary>Counts the steps that adding <paramref name="key"/> has taken.</summary>
    /// <param name="reader">Where the key comes from.</param>
    /// <param name="offset">What <see cref="PackReader.Offset"/> was in front of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="isNew">False when the table had the key already.</param>
    /// <exception cref="MessageFormatException">More than <see cref="StepsPerKey"/> steps for each key.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note<TKey>(ref PackReader reader, int offset, TKey key, bool isNew = true)
    {
        if (_keysInBucket is not null)
            Count(ref reader, offset, key is null ? 0 : EqualityComparer<TKey>.Default.GetHashCode(key), isNew);
    }

    /// <summary>Ends the counting; nothing may be noted afterwards.</summary>
    public void Release()
    {
        if (_keysInBucket is not null)
            ArrayPool<int>.Shared.Return(_keysInBucket);
        _keysInBucket = null;
    }

    /// <summary>
    /// Makes a dictionary for several threads. The number of its buckets is not known, so above the size from which keys are counted its comparer
    /// mixes hash codes with a secret that no sender can know; smaller ones have the default comparer.
    /// </summary>
    public static ConcurrentDictionary<TKey, TValue> ToConcurrentDictionary<TKey, TValue>(Dictionary<TKey, TValue> pairs)
        where TKey : notnull =>
        pairs.Count <= 2 * StepsPerKey || typeof(TKey) == typeof(string)
            ? new ConcurrentDictionary<TKey, TValue>(pairs)
            : new ConcurrentDictionary<TKey, TValue>(pairs, new SpreadingComparer<TKey>());

    private void Count(ref PackReader reader, int offset, int hash, bool isNew)
    {
        ref int keys = ref _keysInBucket![(uint)hash % _buckets];
        _stepsLeft -= keys;
        if (_stepsLeft < 0)
            throw reader.TooManyCollisions(offset);
        if (isNew)
            keys++;
    }
}
