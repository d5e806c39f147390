using System.Diagnostics.CodeAnalysis;

namespace Messaging.Codegen.Subjects;

/// <summary>
/// Values by subject filter. A lookup walks the subject's tokens once and allocates nothing. Not safe for writing beside
/// other calls; lookups alone may run concurrently.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class SubjectTrie<T>
{
    private readonly Node _root = new();

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a value under a filter. One filter may have several values, equal ones too.</summary>
    /// <param name="pattern">The filter.</param>
    /// <param name="value">The value.</param>
    public void Add(SubjectPattern pattern, T value)
    {
        var node = _root;
        foreach (var token in pattern.Tokens)
        {
            node = node.Child(token);
        }

        node.Values.Add(value);
        Count++;
    }

    /// <summary>Removes one value from a filter.</summary>
    /// <param name="pattern">The filter that it was added under.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when the filter does not have it.</returns>
    public bool Remove(SubjectPattern pattern, T value)
    {
        var removed = Remove(_root, pattern.Tokens, value);
        Count -= removed ? 1 : 0;
        return removed;
    }

    /// <summary>
    /// Appends the values of every filter that matches: at each token the literal before <c>*</c> before <c>&gt;</c>, values of one
    /// filter in the order in which they were added.
    /// </summary>
    /// <param name="subject">A concrete subject.</param>
    /// <param name="results">Where the values go; it is not cleared.</param>
    public void Match(ReadOnlySpan<char> subject, List<T> results) => Match(_root, subject, results);

    /// <summary>Finds the value that <see cref="Match(ReadOnlySpan{char}, List{T})"/> would give first.</summary>
    /// <param name="subject">A concrete subject.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when no filter matches.</returns>
    public bool TryMatch(ReadOnlySpan<char> subject, [MaybeNullWhen(false)] out T value) => TryMatch(_root, subject, out value);

    private static void Match(Node node, ReadOnlySpan<char> rest, List<T> results)
    {
        var token = FirstToken(rest, out var remaining, out var isLast);
        if (token.IsEmpty)
        {
            return;
        }

        if (node.TryGetLiteral(token, out var literal))
        {
            Enter(literal, remaining, isLast, results);
        }

        if (node.AnyToken is { } any)
        {
            Enter(any, remaining, isLast, results);
        }

        if (node.AnyTail is { } tail)
        {
            results.AddRange(tail.Values);
        }

        static void Enter(Node child, ReadOnlySpan<char> remaining, bool isLast, List<T> results)
        {
            if (isLast)
            {
                results.AddRange(child.Values);
            }
            else
            {
                Match(child, remaining, results);
            }
        }
    }

    private static bool TryMatch(Node node, ReadOnlySpan<char> rest, [MaybeNullWhen(false)] out T value)
    {
        var token = FirstToken(rest, out var remaining, out var isLast);
        if (token.IsEmpty)
        {
            value = default;
            return false;
        }

        return (node.TryGetLiteral(token, out var literal) && Enter(literal, remaining, isLast, out value))
            || (node.AnyToken is { } any && Enter(any, remaining, isLast, out value))
            || TryFirst(node.AnyTail, out value);

        static bool Enter(Node child, ReadOnlySpan<char> remaining, bool isLast, [MaybeNullWhen(false)] out T value) =>
            isLast ? TryFirst(child, out value) : TryMatch(child, remaining, out value);
    }

    private static bool TryFirst(Node? node, [MaybeNullWhen(false)] out T value)
    {
        var found = node is { Values.Count: > 0 };
        value = found ? node!.Values[0] : default;
        return found;
    }

    private static ReadOnlySpan<char> FirstToken(ReadOnlySpan<char> subject, out ReadOnlySpan<char> remaining, out bool isLast)
    {
        var dot = subject.IndexOf('.');
        isLast = dot < 0;
        remaining = isLast ? default : subject[(dot + 1)..];
        return isLast ? subject : subject[..dot];
    }

    private static bool Remove(Node node, ReadOnlySpan<string> tokens, T value)
    {
        if (tokens.IsEmpty)
        {
            return node.Values.Remove(value);
        }

        if (node.Find(tokens[0]) is not { } child || !Remove(child, tokens[1..], value))
        {
            return false;
        }

        if (child.IsEmpty)
        {
            node.Drop(tokens[0]);
        }

        return true;
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? _literals;
        private Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> _literalsBySpan;

        public List<T> Values { get; } = [];

        public Node? AnyToken { get; private set; }

        public Node? AnyTail { get; private set; }

        public bool IsEmpty => Values.Count == 0 && AnyToken is null && AnyTail is null && _literals is not { Count: > 0 };

        public bool TryGetLiteral(ReadOnlySpan<char> token, [NotNullWhen(true)] out Node? child)
        {
            child = null;
            return _literals is not null && _literalsBySpan.TryGetValue(token, out child);
        }

        public Node? Find(string token) => token switch
        {
            SubjectPattern.AnyToken => AnyToken,
            SubjectPattern.AnyTail => AnyTail,
            _ => _literals?.GetValueOrDefault(token),
        };

        public Node Child(string token)
        {
            if (Find(token) is { } existing)
            {
                return existing;
            }

            var child = new Node();
            switch (token)
            {
                case SubjectPattern.AnyToken:
                    AnyToken = child;
                    break;
                case SubjectPattern.AnyTail:
                    AnyTail = child;
                    break;
                default:
                    if (_literals is null)
                    {
                        _literals = new(StringComparer.Ordinal);
                        _literalsBySpan = _literals.GetAlternateLookup<ReadOnlySpan<char>>();
                    }

                    _literals.Add(token, child);
                    break;
            }

            return child;
        }

        public void Drop(string token)
        {
            switch (token)
            {
                case SubjectPattern.AnyToken:
                    AnyToken = null;
                    break;
                case SubjectPattern.AnyTail:
                    AnyTail = null;
                    break;
                default:
                    _literals!.Remove(token);
                    break;
            }
        }
    }
}
