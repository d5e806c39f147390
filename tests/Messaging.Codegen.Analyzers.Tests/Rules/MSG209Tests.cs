using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Requests travel without a stream.</summary>
public class MSG209Tests
{
    private const string Quotes = """

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """;

    [Fact]
    public Task Reports_a_request_that_is_stored() => Verify.RunAsync("""
        [assembly: Stream("QUOTES", "other", "quotes.>")]

        [{|MSG209:Message("quotes.get")|}]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;
        """ + Quotes);

    [Fact]
    public Task Reports_a_request_that_is_stored_for_some_values() => Verify.RunAsync("""
        [assembly: Stream("QUOTES", "quotes.eu.>")]

        [{|MSG209:Message("quotes.get", Subject = "quotes.{Region}.get")|}]
        public sealed partial record GetQuote([property: Key(0)] string Region) : IRequest<Quote>;

        [Message("quotes.quote", Subject = "quotes.eu.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """);

    [Fact]
    public async Task Reports_a_stream_for_a_request_of_a_reference()
    {
        var test = new ComponentTest { TestCode = Verify.Usings + """[assembly: Stream("QUOTES", "other", {|MSG209:"quotes.>"|})]""" };
        test.TestState.AdditionalReferences.Add(SourceCompilation.Build("Shop.Contracts", Verify.Usings + """
            [Message("quotes.get")]
            public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;
            """ + Quotes));
        await test.RunAsync();
    }

    [Fact]
    public Task Accepts_requests_beside_the_streams() => Verify.RunAsync("""
        [assembly: Stream("QUOTES", "quotes.>")]

        [Message("quotes.get", Subject = "queries.quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;
        """ + Quotes);
}
