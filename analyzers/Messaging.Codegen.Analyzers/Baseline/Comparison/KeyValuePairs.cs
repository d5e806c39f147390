namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

/// <summary>What the framework of the compiler's components lacks.</summary>
internal static class KeyValuePairs
{
    public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) => (key, value) = (pair.Key, pair.Value);
}
