namespace Messaging.Codegen;

/// <summary>
/// Narrows a handler to messages whose subject token has one of the given values; the server does the filtering.
/// Several attributes on one handler must all match.
/// </summary>
/// <param name="member">A member that the contract's subject template names, for example <c>nameof(OrderPlaced.Region)</c>.</param>
/// <param name="values">The values that match; at least one. They are escaped as the publisher escapes them.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class WhereAttribute(string member, params string[] values) : Attribute
{
    /// <summary>The member of the contract.</summary>
    public string Member { get; } = member;

    /// <summary>The values that match.</summary>
    public string[] Values { get; } = values;
}
