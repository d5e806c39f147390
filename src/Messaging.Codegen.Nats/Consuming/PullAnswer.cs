using Messaging.Codegen.Nats.Protocol;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>What a status means for the pull that it answers.</summary>
internal enum PullAnswer
{
    /// <summary>A sign of life.</summary>
    Alive,

    /// <summary>The pull has ended as it should; what it was still to bring is known.</summary>
    Ended,

    /// <summary>The server has forgotten all pulls.</summary>
    Void,

    /// <summary>The server did not take the pull; another one at once would fare no better.</summary>
    Refused,

    /// <summary>There is no consumer to pull from.</summary>
    Missing,
}

/// <summary>Reads statuses.</summary>
internal static class PullAnswers
{
    private const string MaxBatchWords = "Exceeded MaxRequestBatch of ";

    public static PullAnswer Classify(in StatusLine status) => status.Code switch
    {
        StatusLine.Heartbeat => PullAnswer.Alive,
        StatusLine.NoMessages or StatusLine.RequestTimeout or StatusLine.WrongPin => PullAnswer.Ended,
        StatusLine.NoResponders => PullAnswer.Missing,
        StatusLine.Conflict => ClassifyConflict(status.Description),
        _ => PullAnswer.Refused,
    };

    /// <summary>The largest batch that the server takes, when it says so.</summary>
    public static int? BatchLimit(in StatusLine status)
    {
        var at = status.Description.IndexOf(MaxBatchWords, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && int.TryParse(status.Description.AsSpan(at + MaxBatchWords.Length), out var limit) ? limit : null;
    }

    private static PullAnswer ClassifyConflict(string description) =>
        Has(description, "Consumer Deleted") || Has(description, "push based") ? PullAnswer.Missing
        : Has(description, "Leadership Change") ? PullAnswer.Void
        : Has(description, "Batch Completed") || Has(description, "Message Size Exceeds MaxBytes") ? PullAnswer.Ended
        : PullAnswer.Refused;

    private static bool Has(string description, string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
