using System.Globalization;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>What a bucket says about one message: <c>claimed OWNER LEASE</c>, <c>done OWNER</c>, or a deletion.</summary>
/// <param name="State">The state.</param>
/// <param name="Owner">Who wrote it; a process has a name that nobody else ever has.</param>
/// <param name="Lease">How long the claim is good without being renewed.</param>
/// <param name="Revision">The revision.</param>
internal readonly record struct ClaimEntry(ClaimState State, string Owner, TimeSpan Lease, ulong Revision)
{
    private const string Operation = "KV-Operation";
    private const string ClaimedWord = "claimed";
    private const string DoneWord = "done";

    /// <summary>How the tools of key-value buckets know that a key was deleted.</summary>
    public static MessageHeaders Deletion => new() { { Operation, "DEL" } };

    public static byte[] Claimed(string owner, TimeSpan lease) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ClaimedWord} {owner} {(long)lease.TotalMilliseconds}"));

    public static byte[] Done(string owner) => Encoding.ASCII.GetBytes($"{DoneWord} {owner}");

    /// <summary>Reads an entry. What this library did not write is taken for done: a message is not handled on a guess.</summary>
    public static ClaimEntry Read(StoredMessage message)
    {
        if (message.Headers?[Operation] is not null)
        {
            return new ClaimEntry(ClaimState.Free, "", default, message.Sequence);
        }

        var words = Encoding.ASCII.GetString(message.Payload.Span).Split(' ');
        return words is [ClaimedWord, var owner, var lease] && long.TryParse(lease, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new ClaimEntry(ClaimState.Claimed, owner, TimeSpan.FromMilliseconds(milliseconds), message.Sequence)
            : new ClaimEntry(ClaimState.Done, words.Length > 1 ? words[1] : "", default, message.Sequence);
    }
}

/// <summary>What a bucket says about a message.</summary>
internal enum ClaimState
{
    /// <summary>Handling it failed; whoever comes first may try again.</summary>
    Free,

    /// <summary>Somebody handles it.</summary>
    Claimed,

    /// <summary>It has been handled.</summary>
    Done,
}
