namespace Messaging.Codegen.Serialization;

/// <summary>Equality as ever, under hash codes that are mixed once more with the secret of this process, so that nobody can choose their remainders.</summary>
internal sealed class SpreadingComparer<T> : IEqualityComparer<T>
{
    public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

    public int GetHashCode(T value) => HashCode.Combine(value);
}
