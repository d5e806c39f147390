namespace Messaging.Codegen;

/// <summary>Makes partitions of messages by a member. Emitted code calls it.</summary>
public static class PartitionKey
{
    /// <summary>
    /// The partition of a value, for this process: equal values have the same one. Should two values share one by chance, they only wait for each
    /// other. Null has a partition like any other value.
    /// </summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">The member's value.</param>
    public static int Of<T>(T value) => value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value);
}
