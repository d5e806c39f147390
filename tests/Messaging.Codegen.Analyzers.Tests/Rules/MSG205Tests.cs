using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A subject tells what a message is.</summary>
public class MSG205Tests
{
    [Fact]
    public async Task Reports_two_versions_on_one_subject_as_an_error()
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("""
            [Message("orders.placed", Version = 1, Subject = "orders.placed")]
            public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

            [Message("orders.placed", Version = 2, Subject = "orders.placed")]
            public sealed partial record OrderPlacedV2([property: Key(0)] Guid OrderId);
            """));

        Assert.Equal(("MSG205", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.EndsWith("say the version in it, as the default 'orders.placed.v2' does", diagnostic.GetMessage(null));
    }

    [Fact]
    public Task Reports_placeholders_of_other_names() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [{|MSG205:Message("carts.placed", Subject = "orders.{Cart}.placed")|}]
        public sealed partial record CartPlaced([property: Key(0)] int Cart);
        """);

    [Fact]
    public Task Reports_a_text_where_another_has_a_placeholder() => Verify.RunAsync("""
        [Message("orders.all", Subject = "orders.{Region}.{What}")]
        public sealed partial record OrderEvent([property: Key(0)] string Region, [property: Key(1)] string What);

        [{|MSG205:Message("orders.placed", Subject = "orders.eu.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public async Task Reports_subjects_that_meet_for_some_values_as_a_warning()
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("""
            [Message("orders.placed", Subject = "orders.{Region}.placed")]
            public sealed partial record OrderPlaced([property: Key(0)] string Region);

            [Message("orders.eu", Subject = "orders.eu.{What}")]
            public sealed partial record EuropeanOrder([property: Key(0)] string What);
            """));

        Assert.Equal(("MSG205", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
    }

    [Fact]
    public Task Reports_a_request_and_an_event() => Verify.RunAsync("""
        [Message("quotes.asked", Subject = "quotes.get")]
        public sealed partial record QuoteAsked([property: Key(0)] string Sku);

        [{|MSG205:Message("quotes.get", Subject = "quotes.get")|}]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """);

    [Fact]
    public async Task Reports_a_subject_of_a_reference()
    {
        var test = new ComponentTest
        {
            TestCode = Verify.Usings + """
                [{|MSG205:Message("carts.placed", Subject = "orders.{Cart}.placed")|}]
                public sealed partial record CartPlaced([property: Key(0)] int Cart);

                [Message("quotes.other", Subject = "quotes.quote.v1")]
                public sealed partial record Other([property: Key(0)] int Number);
                """,
        };
        test.TestState.AdditionalReferences.Add(SourceCompilation.Build("Shop.Contracts", Verify.Usings + """
            [Message("orders.placed", Subject = "orders.{Region}.placed")]
            public sealed partial record OrderPlaced([property: Key(0)] string Region);

            [Message("quotes.get")]
            public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

            [Message("quotes.quote")]
            public sealed partial record Quote([property: Key(0)] decimal Price);
            """));
        await test.RunAsync();
    }

    [Fact]
    public Task Accepts_subjects_apart_and_replies() => Verify.RunAsync("""
        [Message("orders.placed", Version = 1)]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] Guid OrderId);

        [Message("orders.moved", Subject = "orders.{Region}.moved")]
        public sealed partial record OrderMoved([property: Key(0)] string Region);

        [Message("orders.shipped", Subject = "orders.{Region}.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.find")]
        public sealed partial record FindQuote([property: Key(0)] string Sku) : IRequest<FoundQuote>;

        [Message("quotes.quote", Subject = "quotes.reply")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        [Message("quotes.found", Subject = "quotes.reply")]
        public sealed partial record FoundQuote([property: Key(0)] decimal Price);
        """);

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string source) =>
        await SourceCompilation.AnalyzeAsync(SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + source)])));
}
