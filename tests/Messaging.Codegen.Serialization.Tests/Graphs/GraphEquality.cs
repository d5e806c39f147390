using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using MessagePack;

namespace Messaging.Codegen.Serialization.Tests.Graphs;

/// <summary>
/// Compares graphs value by value. What the format does not carry does not count: the kind of a time, the sign of a decimal zero, which unpaired
/// surrogate it was.
/// </summary>
internal static class GraphEquality
{
    /// <summary>The path of the first difference, or null.</summary>
    public static string? Difference(object? expected, object? actual, string path = "")
    {
        (expected, actual) = (Content(expected), Content(actual));
        if (expected is null || actual is null)
            return expected is null && actual is null ? null : $"{path}: {expected ?? "null"} and {actual ?? "null"}";
        if (IsValue(expected))
            return Equals(Normal(expected), Normal(actual)) ? null : $"{path}: {expected} and {actual}";
        if (expected is IDictionary map)
            return Pairs(map, (IDictionary)actual, path);
        if (expected is IEnumerable elements)
            return Elements(Ordered(elements), Ordered((IEnumerable)actual), path);
        if (expected.GetType() != actual.GetType())
            return $"{path}: {expected.GetType()} and {actual.GetType()}";
        return Members(expected.GetType())
            .Select(member => Difference(Get(member, expected), Get(member, actual), $"{path}.{member.Name}"))
            .FirstOrDefault(difference => difference is not null);
    }

    /// <summary>The keyed members of a contract, or what a type of the framework consists of.</summary>
    public static IEnumerable<MemberInfo> Members(Type type)
    {
        bool isOurs = !type.Namespace!.StartsWith("System", StringComparison.Ordinal);
        return type.GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member is FieldInfo || (member is PropertyInfo property && property.GetIndexParameters().Length == 0))
            .Where(member => !isOurs || member.IsDefined(typeof(KeyAttribute)) || type.GetCustomAttribute<MessagePackObjectAttribute>()?.KeyAsPropertyName == true);
    }

    public static object? Get(MemberInfo member, object owner) =>
        member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)member).GetValue(owner);

    /// <summary>Memory as an array; null for a struct that stands for nothing.</summary>
    private static object? Content(object? value) => value switch
    {
        ReadOnlySequence<byte> sequence => sequence.ToArray(),
        ReadOnlySequence<int> sequence => sequence.ToArray(),
        StringBuilder text => text.ToString(),
        _ when value?.GetType().GetProperty("IsDefault")?.GetValue(value) is true => null,
        _ when Definition(value) == typeof(ArraySegment<>) && value!.GetType().GetProperty("Array")!.GetValue(value) is null => null,
        _ when Definition(value) is { } type && (type == typeof(Memory<>) || type == typeof(ReadOnlyMemory<>)) =>
            value!.GetType().GetMethod("ToArray", Type.EmptyTypes)!.Invoke(value, null),
        _ => value,
    };

    private static Type? Definition(object? value) => value?.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;

    private static bool IsValue(object value) =>
        value is string or DateTimeOffset or DateTime or decimal or Guid or TimeSpan or DateOnly or TimeOnly
        || value is Half or Int128 or UInt128 or Rune or Uri or Version
        || value.GetType().Namespace == "System.Numerics"
        || value.GetType().IsPrimitive
        || value.GetType().IsEnum;

    private static object Normal(object value) => value switch
    {
        string text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)),
        DateTime { Kind: DateTimeKind.Local } time => time.ToUniversalTime().Ticks,
        DateTime time => time.Ticks,
        DateTimeOffset time => (time.Ticks, time.Offset),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToInt64Bits(number),
        float number => BitConverter.SingleToInt32Bits(number),
        _ when value is Half || value.GetType().Namespace == "System.Numerics" => value.ToString()!,
        _ => value,
    };

    private static string? Pairs(IDictionary expected, IDictionary actual, string path)
    {
        if (expected.Count != actual.Count)
            return $"{path}: {expected.Count} and {actual.Count} pairs";
        foreach (DictionaryEntry pair in expected)
        {
            if (!actual.Contains(pair.Key))
                return $"{path}: the key {pair.Key} is missing";
            if (Difference(pair.Value, actual[pair.Key], $"{path}[{pair.Key}]") is { } difference)
                return difference;
        }
        return null;
    }

    private static string? Elements(object?[] expected, object?[] actual, string path)
    {
        if (expected.Length != actual.Length)
            return $"{path}: {expected.Length} and {actual.Length} elements";
        return expected
            .Select((element, i) => Difference(element, actual[i], $"{path}[{i}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static object?[] Ordered(IEnumerable elements)
    {
        Type type = elements.GetType();
        bool isSet = type.GetInterfaces().Any(of => of.IsGenericType && of.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));
        if (elements is Array { Rank: > 1 } grid)
            return [.. Enumerable.Range(0, grid.Rank).Select(dimension => (object?)grid.GetLength(dimension)), .. elements.Cast<object?>()];
        object?[] array = [.. elements.Cast<object?>()];
        return isSet ? [.. array.OrderBy(element => element?.ToString(), StringComparer.Ordinal)] : array;
    }
}
