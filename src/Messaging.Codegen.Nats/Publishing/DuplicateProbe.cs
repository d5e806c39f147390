using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// Finds out whether a stream holds a message of an id already, without storing anything: it publishes the id together with an expectation that cannot be
/// met, one that the server looks at after the ids. Which one that is depends on whether the stream is replicated (nats-server 2.15:
/// <c>processJetStreamMsg</c> compares sequences before it looks for copies and the last message id after that;
/// <c>checkMsgHeadersPreClusteredProposal</c> compares sequences after, and the last message id only when it has already remembered the new one).
/// </summary>
internal sealed class DuplicateProbe
{
    // More than any stream can have stored, and small enough for the server to read.
    private const ulong Never = 999_999_999_999_999_999;

    private readonly PublishWindow _window;
    private readonly PublishTerms _impossible;

    private DuplicateProbe(PublishWindow window, string stream, bool looksForCopiesFirst)
    {
        _window = window;
        LooksForCopiesFirst = looksForCopiesFirst;
        _impossible = looksForCopiesFirst
            ? new PublishTerms { ExpectedStream = stream, ExpectedLastSequence = Never }
            : new PublishTerms { ExpectedStream = stream, ExpectedLastMessageId = $"none-{Nuid.NewNuid()}" };
    }

    /// <summary>True when a message that disappointed an expected sequence was no copy.</summary>
    public bool LooksForCopiesFirst { get; }

    public static async ValueTask<DuplicateProbe> CreateAsync(
        JetStreamAssets assets, PublishWindow window, string stream, CancellationToken cancellationToken)
    {
        var info = await assets.FindStreamInfoAsync(stream, cancellationToken).ConfigureAwait(false);
        return new DuplicateProbe(window, stream, info?.GetObject("config").GetInt32("num_replicas") > 1);
    }

    /// <returns>The receipt of the first copy; null when there is none.</returns>
    public async ValueTask<PublishReceipt?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await _window.PublishAsync(new WireMessage(message, _impossible, hasPayload: false), cancellationToken).ConfigureAwait(false);
        }
        catch (PublishExpectationException)
        {
            return null;
        }
    }
}
