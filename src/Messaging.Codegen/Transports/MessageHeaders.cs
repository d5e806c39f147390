using System.Collections;
using System.Text;

namespace Messaging.Codegen;

/// <summary>
/// The headers of a message: a few name/value pairs in order. Names compare without regard to case. Received headers are parsed
/// when somebody asks for the first one. Any number of threads may read them while nobody adds to them.
/// </summary>
public sealed class MessageHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly ReadOnlyMemory<byte> _lines;
    private List<KeyValuePair<string, string>>? _pairs;

    /// <summary>Makes an empty collection.</summary>
    public MessageHeaders() => _pairs = [];

    private MessageHeaders(ReadOnlyMemory<byte> lines) => _lines = lines;

    /// <summary>No headers. Do not add to it.</summary>
    internal static MessageHeaders None { get; } = new();

    /// <summary>How many pairs there are.</summary>
    public int Count => Parsed().Count;

    /// <summary>The first value of <paramref name="name"/>, or null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Parsed())
            {
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Wraps received header lines, <c>Name: value</c> each, ended by CR LF or LF. Lines without a colon are skipped.</summary>
    /// <param name="lines">The UTF-8 bytes, owned by the new object from here on.</param>
    public static MessageHeaders FromLines(ReadOnlyMemory<byte> lines) => new(lines);

    /// <summary>Adds a pair. The value must be sendable, see <see cref="HeaderRules"/>.</summary>
    /// <param name="name">The name: printable ASCII without a colon.</param>
    /// <param name="value">The value: no CR, LF or other control characters.</param>
    /// <exception cref="ArgumentException">Name or value cannot be sent.</exception>
    public void Add(string name, string value)
    {
        HeaderRules.Check(name, value);
        Parsed().Add(new(name, value));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Parsed().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<KeyValuePair<string, string>> Parsed()
    {
        if (Volatile.Read(ref _pairs) is { } known)
        {
            return known;
        }

        // Two threads may parse at once; one of the lists, whole, becomes that of both.
        var pairs = Parse(_lines.Span);
        return Interlocked.CompareExchange(ref _pairs, pairs, null) ?? pairs;
    }

    private static List<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> rest)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            var colon = line.IndexOf((byte)':');
            if (colon > 0)
            {
                pairs.Add(new(
                    Encoding.UTF8.GetString(line[..colon].Trim((byte)' ')),
                    Encoding.UTF8.GetString(line[(colon + 1)..].Trim((byte)' '))));
            }
        }

        return pairs;
    }
}
