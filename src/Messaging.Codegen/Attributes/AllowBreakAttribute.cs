namespace Messaging.Codegen;

/// <summary>
/// Lets a contract break what it promises. The rules about its compatibility are silent, and its baseline gets a line with the reason, so that the
/// break is reviewed. Remove it once the break is released.
/// </summary>
/// <param name="reason">Why nobody is hurt, for those who review the baseline.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class AllowBreakAttribute(string reason) : Attribute
{
    /// <summary>Why nobody is hurt.</summary>
    public string Reason { get; } = reason;

    /// <summary>Until when the reason holds, for people: <c>2027-01</c>. Null says nothing.</summary>
    public string? Until { get; set; }
}
