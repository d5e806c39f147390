using System.Globalization;

namespace Messaging.Codegen.InMemory;

/// <summary>Compares a stream with what a publish expects of it.</summary>
internal static class Expectations
{
    /// <exception cref="PublishExpectationException">The stream is another one than expected.</exception>
    public static void CheckStream(InMemoryStream stream, EncodedMessage message)
    {
        if (message.Terms?.ExpectedStream is { } expected && expected != stream.Definition.Name)
        {
            throw new PublishExpectationException(PublishExpectation.Stream, expected, stream.Definition.Name, message.Subject, stream.Definition.Name);
        }
    }

    /// <exception cref="PublishExpectationException">The stream is not in the expected state.</exception>
    public static void CheckState(InMemoryStream stream, EncodedMessage message)
    {
        if (message.Terms is not { } terms)
        {
            return;
        }

        if (terms.ExpectedLastSubjectSequence is { } subjectSequence)
        {
            var last = stream.Log.FindLast(SubjectPattern.Parse(terms.ExpectedLastSubject ?? message.Subject))?.Sequence ?? 0;
            Check(PublishExpectation.LastSubjectSequence, subjectSequence, last, message, stream);
        }

        if (terms.ExpectedLastSequence is { } sequence)
        {
            Check(PublishExpectation.LastSequence, sequence, stream.Log.LastSequence, message, stream);
        }

        if (terms.ExpectedLastMessageId is { } messageId && messageId != stream.LastMessageId)
        {
            throw new PublishExpectationException(PublishExpectation.LastMessageId, messageId, stream.LastMessageId, message.Subject, stream.Definition.Name);
        }
    }

    private static void Check(PublishExpectation expectation, ulong expected, ulong actual, EncodedMessage message, InMemoryStream stream)
    {
        if (expected != actual)
        {
            throw new PublishExpectationException(
                expectation,
                expected.ToString(CultureInfo.InvariantCulture),
                actual.ToString(CultureInfo.InvariantCulture),
                message.Subject,
                stream.Definition.Name);
        }
    }
}
