using System.Globalization;

namespace Messaging.Codegen;

/// <summary>What a publish can expect of its stream.</summary>
public enum PublishExpectation
{
    /// <summary><see cref="PublishOptions.ExpectedStream"/>.</summary>
    Stream = 0,

    /// <summary><see cref="PublishOptions.ExpectedLastSequence"/>.</summary>
    LastSequence = 1,

    /// <summary><see cref="PublishOptions.ExpectedLastSubjectSequence"/>.</summary>
    LastSubjectSequence = 2,

    /// <summary><see cref="PublishOptions.ExpectedLastMessageId"/>.</summary>
    LastMessageId = 3,
}

/// <summary>
/// A publish expected its stream to be in another state: somebody else was faster. Nothing was stored, and it is not tried again; read what has changed and
/// decide anew. A message that the stream holds already, from an earlier try with the same id, is not this but a duplicate, and that is success.
/// </summary>
public sealed class PublishExpectationException : PublishException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="expectation">What was expected.</param>
    /// <param name="expected">The expected value.</param>
    /// <param name="actual">The stream's value; null when it does not say, because another publish is just changing it.</param>
    /// <param name="subject">The subject of the message.</param>
    /// <param name="stream">The stream.</param>
    public PublishExpectationException(PublishExpectation expectation, string expected, string? actual, string subject, string stream)
        : base(PublishFailure.Unexpected, subject, $"{expectation} was expected to be '{expected}' and is {(actual is null ? "being changed" : $"'{actual}'")}; stream '{stream}'.")
    {
        Expectation = expectation;
        Expected = expected;
        Actual = actual;
        Stream = stream;
    }

    /// <summary>What was expected.</summary>
    public PublishExpectation Expectation { get; }

    /// <summary>The expected value.</summary>
    public string Expected { get; }

    /// <summary>The stream's value; null when it does not say, because another publish is just changing it.</summary>
    public string? Actual { get; }

    /// <summary><see cref="Actual"/> as a sequence; null when it is none.</summary>
    public ulong? ActualSequence =>
        Expectation is PublishExpectation.LastSequence or PublishExpectation.LastSubjectSequence
            && ulong.TryParse(Actual, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
