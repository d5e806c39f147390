using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Optimistic concurrency: who publishes against an outdated state learns it, and nothing is stored.</summary>
[Requires(Capabilities.ExpectedState)]
public abstract class ExpectedStateConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task The_expected_last_sequence_is_compared_with_the_streams()
    {
        await ProvisionAsync();
        Assert.Equal(1UL, (await PublishAsync("a", "1", new PublishTerms { ExpectedLastSequence = 0 })).Sequence);
        Assert.Equal(2UL, (await PublishAsync("b", "2", new PublishTerms { ExpectedLastSequence = 1 })).Sequence);

        var exception = await FailsAsync("a", new PublishTerms { ExpectedLastSequence = 1 }, "late");

        Assert.Equal((PublishExpectation.LastSequence, "1", "2"), (exception.Expectation, exception.Expected, exception.Actual));
        Assert.Equal((2UL, Stream, $"{Root}.a"), (exception.ActualSequence, exception.Stream, exception.Subject));
        Assert.Equal((PublishFailure.Unexpected, false), (exception.Failure, exception.IsTransient));
        Assert.Equal(2UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task The_expected_last_sequence_of_a_subject_is_compared_with_its_last_message()
    {
        await ProvisionAsync();
        await PublishAsync("a.1", "1", new PublishTerms { ExpectedLastSubjectSequence = 0 });
        await PublishAsync("a.2", "2", new PublishTerms { ExpectedLastSubjectSequence = 0 });
        await PublishAsync("a.1", "3", new PublishTerms { ExpectedLastSubjectSequence = 1 });

        var exception = await FailsAsync("a.1", new PublishTerms { ExpectedLastSubjectSequence = 1 });

        Assert.Equal((PublishExpectation.LastSubjectSequence, "1", 3UL), (exception.Expectation, exception.Expected, exception.ActualSequence));
        Assert.Equal(0UL, (await FailsAsync("a.3", new PublishTerms { ExpectedLastSubjectSequence = 7 })).ActualSequence);
    }

    [Fact]
    public async Task The_subject_that_is_compared_may_be_another_one_or_a_filter()
    {
        await ProvisionAsync();
        await PublishAsync("a.1", "1");
        await PublishAsync("b", "2");

        await PublishAsync("b", "3", new PublishTerms { ExpectedLastSubjectSequence = 1, ExpectedLastSubject = $"{Root}.a.*" });
        await PublishAsync("b", "4", new PublishTerms { ExpectedLastSubjectSequence = 1, ExpectedLastSubject = $"{Root}.a.1" });

        Assert.Equal(1UL, (await FailsAsync("b", new PublishTerms { ExpectedLastSubjectSequence = 4, ExpectedLastSubject = $"{Root}.a.>" })).ActualSequence);
    }

    [Fact]
    public async Task The_expected_last_message_id_is_that_of_the_stream()
    {
        await ProvisionAsync();
        await PublishAsync("a", "1", "one");
        await PublishAsync("b", "2", new PublishTerms { ExpectedLastMessageId = "one" }, "two");

        var exception = await FailsAsync("a", new PublishTerms { ExpectedLastMessageId = "one" });

        Assert.Equal((PublishExpectation.LastMessageId, "one", "two"), (exception.Expectation, exception.Expected, exception.Actual));
        Assert.Null(exception.ActualSequence);
    }

    [Fact]
    public async Task The_stream_may_be_expected_too()
    {
        await ProvisionAsync();
        await PublishAsync("a", "1", new PublishTerms { ExpectedStream = Stream });

        var exception = await FailsAsync("a", new PublishTerms { ExpectedStream = "ANOTHER" });

        Assert.Equal((PublishExpectation.Stream, "ANOTHER", Stream), (exception.Expectation, exception.Expected, exception.Actual));
    }

    [Fact]
    public async Task A_second_try_whose_first_one_was_stored_is_a_duplicate_and_no_disappointment()
    {
        await ProvisionAsync();
        var subject = new PublishTerms { ExpectedLastSubjectSequence = 0 };
        await PublishAsync("a", "1", subject, "one");
        Assert.Equal(new PublishReceipt(Stream, 1, true), await PublishAsync("a", "1", subject, "one"));

        // Also when somebody has published since.
        await PublishAsync("a", "2");
        Assert.Equal(new PublishReceipt(Stream, 1, true), await PublishAsync("a", "1", subject, "one"));

        var stream = new PublishTerms { ExpectedLastSequence = 2 };
        await PublishAsync("b", "3", stream, "three");
        Assert.Equal(new PublishReceipt(Stream, 3, true), await PublishAsync("b", "3", stream, "three"));
        Assert.Equal(3UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_disappointed_message_can_be_published_under_its_id_when_the_expectation_is_right()
    {
        await ProvisionAsync();
        await PublishAsync("a", "1");
        await FailsAsync("a", new PublishTerms { ExpectedLastSubjectSequence = 0 }, "one");
        await FailsAsync("a", new PublishTerms { ExpectedLastSequence = 0 }, "one");

        Assert.Equal(
            new PublishReceipt(Stream, 2, false), await PublishAsync("a", "2", new PublishTerms { ExpectedLastSubjectSequence = 1 }, "one"));
    }

    [Fact]
    public async Task Of_many_at_once_one_succeeds()
    {
        await ProvisionAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                await PublishAsync("a", $"{i}", new PublishTerms { ExpectedLastSubjectSequence = 0 }, $"id{i}");
                return true;
            }
            catch (PublishExpectationException)
            {
                return false;
            }
        })));

        Assert.Single(results, succeeded => succeeded);
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
    }

    private Task<PublishExpectationException> FailsAsync(string subject, PublishTerms terms, string? messageId = null) =>
        Assert.ThrowsAsync<PublishExpectationException>(async () => await PublishAsync(subject, "x", terms, messageId));
}
