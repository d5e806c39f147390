namespace Messaging.Codegen.Chaos;

/// <summary>What is to happen to each message: decided by its number alone, so that every process and every run agrees.</summary>
internal static class Plan
{
    private const int Lanes = 16;

    /// <summary>The message of a number.</summary>
    public static Work Make(long number) => new() { Number = number, Lane = (int)(number % Lanes) };

    /// <summary>Published as bytes that are no message at all.</summary>
    public static bool IsUndecodable(long number) => number % 101 == 13;

    /// <summary>The moody handler gives it up at once.</summary>
    public static bool IsRejected(long number) => number % 89 == 7;

    /// <summary>The moody handler fails on it, once or twice, or always.</summary>
    public static bool Fails(long number, int deliveryCount) =>
        number % 97 == 11 || deliveryCount <= (number % 31 == 5 ? 2 : number % 7 == 3 ? 1 : 0);
}
