using System.Collections;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Makes a group of elements that have a key in common.</summary>
    /// <param name="key">The key.</param>
    /// <param name="elements">The elements in their order; kept, not copied.</param>
    public static IGrouping<TKey, TElement> ToGrouping<TKey, TElement>(TKey key, IEnumerable<TElement> elements) =>
        new Grouping<TKey, TElement>(key, elements);

    /// <summary>Makes a lookup of the groups that have just been read. It keeps their order, and those without elements too.</summary>
    /// <param name="groups">The groups; kept, not copied.</param>
    /// <exception cref="MessageFormatException">Two groups have the same key, or more keys collide than <see cref="HashGuard"/> allows.</exception>
    public ILookup<TKey, TElement> ToLookup<TKey, TElement>(IGrouping<TKey, TElement>[] groups)
        where TKey : notnull
    {
        var byKey = new Dictionary<TKey, IGrouping<TKey, TElement>>(groups.Length);
        HashGuard guard = GuardHashes(groups.Length, byKey.Capacity);
        foreach (IGrouping<TKey, TElement> group in groups)
        {
            if (!byKey.TryAdd(group.Key, group))
                throw Before("groups whose keys differ", "a lookup with the same key twice");
            guard.Note(ref this, Offset, group.Key);
        }
        guard.Release();
        return new Lookup<TKey, TElement>(groups, byKey);
    }

    private sealed class Grouping<TKey, TElement>(TKey key, IEnumerable<TElement> elements) : IGrouping<TKey, TElement>
    {
        public TKey Key => key;

        public IEnumerator<TElement> GetEnumerator() => elements.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Lookup<TKey, TElement>(IGrouping<TKey, TElement>[] groups, Dictionary<TKey, IGrouping<TKey, TElement>> byKey) : ILookup<TKey, TElement>
        where TKey : notnull
    {
        public int Count => groups.Length;

        public IEnumerable<TElement> this[TKey key] => byKey.TryGetValue(key, out IGrouping<TKey, TElement>? group) ? group : [];

        public bool Contains(TKey key) => byKey.ContainsKey(key);

        public IEnumerator<IGrouping<TKey, TElement>> GetEnumerator() => ((IEnumerable<IGrouping<TKey, TElement>>)groups).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
