using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <summary>Makes the terms of a publish; null when nothing is asked, because terms become headers and each costs the server time.</summary>
internal static class PublishTermsOf
{
    /// <summary>The least that a server takes, and its unit.</summary>
    private static readonly TimeSpan ShortestTimeToLive = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">The options contradict each other or one is out of range.</exception>
    public static PublishTerms? Options(PublishOptions options)
    {
        if (options is
            {
                TimeToLive: null, ExpectedStream: null, ExpectedLastSequence: null, ExpectedLastSubjectSequence: null, ExpectedLastSubject: null,
                ExpectedLastMessageId: null,
            })
        {
            return null;
        }

        Check(options);
        return new PublishTerms
        {
            TimeToLive = options.TimeToLive is { } age ? TimeSpan.FromSeconds(Math.Ceiling(age.TotalSeconds)) : null,
            ExpectedStream = options.ExpectedStream,
            ExpectedLastSequence = options.ExpectedLastSequence,
            ExpectedLastSubjectSequence = options.ExpectedLastSubjectSequence,
            ExpectedLastSubject = options.ExpectedLastSubject,
            ExpectedLastMessageId = options.ExpectedLastMessageId,
        };
    }

    /// <summary>What is left for the messages of a batch behind the first one.</summary>
    public static PublishTerms? Following(PublishTerms? terms) =>
        terms is { TimeToLive: null, ExpectedStream: null } or null
            ? null
            : terms with { ExpectedLastSequence = null, ExpectedLastSubjectSequence = null, ExpectedLastSubject = null };

    /// <summary>True when the stream has to be at a certain sequence.</summary>
    public static bool IsConditional(PublishTerms? terms) =>
        terms is { ExpectedLastSequence: not null } or { ExpectedLastSubjectSequence: not null };

    private static void Check(PublishOptions options)
    {
        if (options.TimeToLive < ShortestTimeToLive)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.TimeToLive, $"{nameof(options.TimeToLive)} must be 1 s or more.");
        }

        if (options is { ExpectedLastSequence: not null, ExpectedLastSubjectSequence: not null })
        {
            throw new ArgumentException(
                $"{nameof(options.ExpectedLastSequence)} says more than {nameof(options.ExpectedLastSubjectSequence)}: set one of them.", nameof(options));
        }

        if (options is { ExpectedLastSubject: not null, ExpectedLastSubjectSequence: null })
        {
            throw new ArgumentException(
                $"{nameof(options.ExpectedLastSubject)} needs {nameof(options.ExpectedLastSubjectSequence)}.", nameof(options));
        }

        if (options.ExpectedLastSubject is { } subject && SubjectSyntax.FindError(subject) is { } error)
        {
            throw new ArgumentException($"{nameof(options.ExpectedLastSubject)}: {error}", nameof(options));
        }

        if (options.ExpectedLastMessageId is { } messageId)
        {
            HeaderRules.Check(nameof(options.ExpectedLastMessageId), messageId);
        }

        if (options.ExpectedStream is { } stream && Topology.AssetName.FindError(stream) is { } nameError)
        {
            throw new ArgumentException($"{nameof(options.ExpectedStream)}: {nameError}", nameof(options));
        }
    }
}
