namespace Messaging.Codegen;

/// <summary>How many messages may be begun within any period of a length.</summary>
/// <param name="Messages">How many; 1 or more.</param>
/// <param name="Period">The period's length; positive.</param>
public readonly record struct RateLimit(int Messages, TimeSpan Period)
{
    /// <summary>For example <c>100 per 00:00:01</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Messages} per {Period:c}");
}
