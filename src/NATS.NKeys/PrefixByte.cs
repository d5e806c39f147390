namespace NATS.NKeys;

/// <summary>
/// What a key identifies. The value is the first byte of an encoded public key, chosen so that the first base32
/// character names the role: <c>O</c>, <c>A</c>, <c>U</c>, <c>N</c> or <c>C</c>.
/// </summary>
public enum PrefixByte : byte
{
    /// <summary>An account (<c>A…</c>).</summary>
    Account = 0,

    /// <summary>A cluster of servers (<c>C…</c>).</summary>
    Cluster = 2 << 3,

    /// <summary>A server (<c>N…</c>, for node).</summary>
    Server = 13 << 3,

    /// <summary>An operator (<c>O…</c>).</summary>
    Operator = 14 << 3,

    /// <summary>A user (<c>U…</c>).</summary>
    User = 20 << 3,
}
