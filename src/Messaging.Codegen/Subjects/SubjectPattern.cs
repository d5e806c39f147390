using System.Diagnostics.CodeAnalysis;

namespace Messaging.Codegen;

/// <summary>
/// A subject filter with the meaning that NATS gives it: tokens divided by dots, <c>*</c> for any one token, <c>&gt;</c> at the
/// end for one token or more. A subject without wildcards is a filter that matches itself.
/// </summary>
public sealed class SubjectPattern : IEquatable<SubjectPattern>
{
    internal const string AnyToken = "*";
    internal const string AnyTail = ">";

    private readonly string[] _tokens;

    private SubjectPattern(string value, string[] tokens)
    {
        Value = value;
        _tokens = tokens;
        HasWildcards = Array.Exists(tokens, static token => token is AnyToken or AnyTail);
    }

    /// <summary>The filter as it was written.</summary>
    public string Value { get; }

    /// <summary>True when the filter contains <c>*</c> or <c>&gt;</c>; false when it is one concrete subject.</summary>
    public bool HasWildcards { get; }

    /// <summary>The tokens, wildcards among them.</summary>
    internal ReadOnlySpan<string> Tokens => _tokens;

    /// <summary>Reads a filter.</summary>
    /// <param name="value">The filter.</param>
    /// <exception cref="SubjectFormatException">It is not a filter; the message says what is wrong and where.</exception>
    public static SubjectPattern Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SubjectSyntax.FindError(value) is { } error
            ? throw new SubjectFormatException(error)
            : new SubjectPattern(value, value.Split('.'));
    }

    /// <summary>Reads a filter, if it is one.</summary>
    /// <param name="value">The filter; null is none.</param>
    /// <param name="pattern">The filter, or null.</param>
    /// <returns>False when <paramref name="value"/> is not a filter.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out SubjectPattern? pattern)
    {
        pattern = value is null || SubjectSyntax.FindError(value) is not null ? null : new SubjectPattern(value, value.Split('.'));
        return pattern is not null;
    }

    /// <summary>True when a message on <paramref name="subject"/> passes the filter. Allocates nothing.</summary>
    /// <param name="subject">A concrete subject.</param>
    public bool Matches(ReadOnlySpan<char> subject)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (_tokens[i] == AnyTail)
            {
                return !subject.IsEmpty;
            }

            var dot = subject.IndexOf('.');
            var token = dot < 0 ? subject : subject[..dot];
            if (token.IsEmpty || (_tokens[i] != AnyToken && !token.SequenceEqual(_tokens[i])))
            {
                return false;
            }

            if (dot < 0)
            {
                return i == _tokens.Length - 1;
            }

            subject = subject[(dot + 1)..];
        }

        return false;
    }

    /// <summary>True when some subject passes both filters.</summary>
    /// <param name="other">The other filter.</param>
    public bool Overlaps(SubjectPattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SubjectAlgebra.Overlaps(_tokens, other._tokens);
    }

    /// <summary>True when every subject that passes <paramref name="other"/> passes this filter too.</summary>
    /// <param name="other">The other filter.</param>
    public bool Covers(SubjectPattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SubjectAlgebra.Covers(_tokens, other._tokens);
    }

    /// <inheritdoc/>
    public bool Equals(SubjectPattern? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SubjectPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
