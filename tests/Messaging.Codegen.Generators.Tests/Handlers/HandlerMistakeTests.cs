using System.Globalization;
using Messaging.Codegen.Generators.Tests.Caching;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>Mistakes: each gives one diagnostic at the right place, and no compiler error in what is emitted.</summary>
public sealed class HandlerMistakeTests
{
    [Theory]
    [InlineData("MSG301", "public void Handle() { }", "Handle", "its first parameter must be a [Message] contract")]
    [InlineData("MSG301", "public void Handle(string text) { }", "text", "its first parameter must be a [Message] contract, but 'string' is none")]
    [InlineData("MSG301", "public void Handle(MessageContext context, OrderPlaced order) { }", "context", "its first parameter must be")]
    [InlineData("MSG301", "public void Handle(PaymentFailed? failed) { }", "failed", "remove the question mark")]
    [InlineData("MSG301", "public void Handle(ref OrderPlaced order) { }", "order", "by reference")]
    [InlineData("MSG301", "public void Handle(in OrderPlaced order) { }", "order", "by reference")]
    [InlineData("MSG301", "public void Handle(params OrderPlaced[] order) { }", "order", "'params'")]
    [InlineData("MSG301", "public void Handle<T>(OrderPlaced order) { }", "Handle", "generic")]
    [InlineData("MSG301", "public async void Handle(OrderPlaced order) => await Task.Yield();", "Handle", "async void")]
    [InlineData("MSG301", "private void Handle(OrderPlaced order) { }", "Handle", "it is private")]
    [InlineData("MSG301", "protected void Handle(OrderPlaced order) { }", "Handle", "it is protected")]
    [InlineData("MSG301", "private protected void Handle(OrderPlaced order) { }", "Handle", "it is private protected")]
    [InlineData("MSG301", "void Handle(OrderPlaced order) { }", "Handle", "it is private")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, PaymentRequested second) { }", "second", "second message")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, int number) { }", "number", "cannot be a service")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, string text) { }", "text", "cannot be a service")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, ReadOnlySpan<byte> bytes) { }", "bytes", "cannot be a service")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, out int number) => number = 0;", "number", "by reference")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, params IComparable[] services) { }", "services", "'params'")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, dynamic service) { }", "service", "cannot be a service")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, [ServiceKey] string key) { }", "key", "asks for the key")]
    [InlineData("MSG301", "public void Handle(OrderPlaced order, [FromKeyedServices] IComparable keyed) { }", "keyed", "needs a constant key")]
    [InlineData("MSG301", "public int Handle(OrderPlaced order) => 0;", "Handle", "it returns 'int'")]
    [InlineData("MSG301", "public Task<string> Handle(OrderPlaced order) => Task.FromResult(\"\");", "Handle", "it returns 'string'")]
    [InlineData("MSG301", "public object Handle(OrderPlaced order) => order;", "Handle", "it returns 'object'")]
    [InlineData("MSG301", "public IEnumerable<object> Handle(OrderPlaced order) => [];", "Handle", "it returns 'System.Collections.Generic.IEnumerable<object>'")]
    [InlineData("MSG301", "public (PaymentRequested, int) Handle(OrderPlaced order) => default;", "Handle", "it returns '(Shop.PaymentRequested, int)'")]
    [InlineData("MSG301", "public PaymentRequested[,] Handle(OrderPlaced order) => new PaymentRequested[0, 0];", "Handle", "it returns")]
    [InlineData("MSG301", "public Dictionary<string, PaymentRequested> Handle(OrderPlaced order) => [];", "Handle", "it returns")]
    [InlineData("MSG301", "public GetQuote Handle(OrderPlaced order) => new();", "Handle", "IRequestClient")]
    [InlineData("MSG301", "public ref int Handle(OrderPlaced order) => throw new NotSupportedException();", "Handle", "it returns a reference")]
    [InlineData("MSG312", "public void Handle(GetQuote request) { }", "Handle", "it returns nothing")]
    [InlineData("MSG312", "public Task Handle(GetQuote request) => Task.CompletedTask;", "Handle", "it returns nothing")]
    [InlineData("MSG312", "public PaymentRequested Handle(GetQuote request) => new();", "Handle", "it returns 'Shop.PaymentRequested'")]
    [InlineData("MSG312", "public Task<Quote?> Handle(GetQuote request) => Task.FromResult<Quote?>(null);", "Handle", "a reply cannot be null")]
    [InlineData("MSG312", "public IEnumerable<Quote> Handle(GetQuote request) => [];", "Handle", "it returns")]
    public void A_method(string id, string method, string place, string message) =>
        AssertMistake("public class Billing { [Handler(\"a\")] " + method + " }", id, place, message);

    [Theory]
    [InlineData("MSG305", "public interface IBilling { [Handler(\"a\")] void Handle(OrderPlaced order); }", "Handle", "interface")]
    [InlineData("MSG305", "public abstract class Billing { [Handler(\"a\")] public abstract void Handle(OrderPlaced order); }", "Handle", "abstract")]
    [InlineData("MSG305", "public interface IBilling { void Handle(OrderPlaced order); } public class Billing : IBilling { [Handler(\"a\")] void IBilling.Handle(OrderPlaced order) { } }", "Handle", "explicitly")]
    [InlineData("MSG304", "public abstract class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "it is abstract")]
    [InlineData("MSG304", "public struct Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "only classes")]
    [InlineData("MSG304", "public class Billing<T> { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "it is generic")]
    [InlineData("MSG304", "public class Outer<T> { public class Billing { [Handler(\"a\")] public static void Handle(OrderPlaced order) { } } }", "Billing", "it is generic")]
    [InlineData("MSG304", "public class Outer { private class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } } }", "Billing", "is private")]
    [InlineData("MSG304", "file class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "file-local")]
    [InlineData("MSG304", "public class Billing { private Billing() { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "its constructor is private")]
    [InlineData("MSG304", "public class Billing { public Billing() { } public Billing(IComparable a) { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "several constructors")]
    [InlineData("MSG304", "public class Billing { [ActivatorUtilitiesConstructor] public Billing() { } [ActivatorUtilitiesConstructor] public Billing(IComparable a) { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Billing", "several constructors")]
    [InlineData("MSG304", "public class Billing { public Billing(int number) { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "number", "cannot be a service")]
    [InlineData("MSG304", "public class Billing { public Billing(MessageContext context) { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "context", "belongs to a delivery")]
    [InlineData("MSG304", "public class Billing { public Billing(CancellationToken ct) { } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "ct", "belongs to a delivery")]
    [InlineData("MSG304", "public class Billing { public required int Number { get; init; } [Handler(\"a\")] public void Handle(OrderPlaced order) { } }", "Number", "required member")]
    public void A_class(string id, string source, string place, string message) => AssertMistake(source, id, place, message);

    [Theory]
    [InlineData("MSG401", "\"\"", "1 to 255 characters")]
    [InlineData("MSG401", "\"a.b\"", "not '.'")]
    [InlineData("MSG401", "\"a b\"", "white space")]
    [InlineData("MSG401", "\"a*\"", "not '*'")]
    [InlineData("MSG407", "\"a\", MaxDeliver = -1", "MaxDeliver cannot be -1")]
    [InlineData("MSG407", "\"a\", Concurrency = -1", "Concurrency cannot be -1")]
    [InlineData("MSG407", "\"a\", Prefetch = -1", "Prefetch cannot be -1")]
    [InlineData("MSG407", "\"a\", AckWait = \"30\"", "AckWait cannot be \"30\"")]
    [InlineData("MSG407", "\"a\", Backoff = [\"1s\", \"soon\"]", "Backoff cannot be \"soon\"")]
    [InlineData("MSG407", "\"a\", Backoff = [\"-1s\"]", "Backoff cannot be \"-1s\"")]
    [InlineData("MSG407", "\"a\", Idempotency = (Idempotency)9", "no member of Idempotency")]
    [InlineData("MSG407", "\"a\", DeliverFrom = (DeliverFrom)(-1)", "no member of DeliverFrom")]
    [InlineData("MSG301", "\"a\", Filter = \"Nothing\"", "its Filter 'Nothing' must be a method 'static bool Nothing(Shop.OrderPlaced message)'")]
    [InlineData("MSG301", "\"a\", Filter = nameof(NotStatic)", "must be static")]
    [InlineData("MSG301", "\"a\", Filter = nameof(NotReachable)", "is private")]
    [InlineData("MSG301", "\"a\", Filter = nameof(NotBool)", "must be a method 'static bool NotBool(")]
    [InlineData("MSG301", "\"a\", Filter = nameof(OfAnother)", "must be a method 'static bool OfAnother(")]
    public void An_option(string id, string arguments, string message) => AssertMistake(
        $$"""
        public class Billing
        {
            [Handler({{arguments}})] public void Handle(OrderPlaced order) { }
            internal bool NotStatic(OrderPlaced order) => true;
            private static bool NotReachable(OrderPlaced order) => true;
            internal static int NotBool(OrderPlaced order) => NotReachable(order) ? 1 : 0;
            internal static bool OfAnother(PaymentRequested payment) => true;
        }
        """,
        id,
        place: null,
        message);

    [Fact]
    public void A_request_must_not_be_filtered() => AssertMistake(
        "public class Billing { [Handler(\"a\", Filter = nameof(Is))] public Quote Handle(GetQuote request) => new(); internal static bool Is(GetQuote request) => true; }",
        "MSG301", null, "must be answered");

    [Fact]
    public void Every_mistake_is_reported_and_the_rest_is_emitted()
    {
        var project = ShopSource.With("""
            namespace Shop;
            public class Billing
            {
                [Handler("a.b", MaxDeliver = -1)] public int Wrong(OrderPlaced order, int number) => number;
                [Handler("right")] public void Right(OrderPlaced order) { }
            }
            """);
        Assert.Equal(["MSG301", "MSG301", "MSG401", "MSG407"], ParserReport.Of(project).Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        var module = project.Run().File("Module.g.cs");
        Assert.Contains("BillingConsumers.Right)", module, StringComparison.Ordinal);
        Assert.DoesNotContain("BillingConsumers.Wrong", module, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Billing { [Handler(\"a\")] public void Handle(Broken broken) { } }")]
    [InlineData("public class Billing { [Handler(\"a\")] public Broken? Handle(OrderPlaced order) => null; }")]
    [InlineData("public class Billing { [Handler(\"a\")] public (PaymentRequested, List<Broken>) Handle(OrderPlaced order) => default; }")]
    public void A_broken_contract_speaks_for_itself(string source)
    {
        // Not partial: MSG002 at the contract, nothing at the handler.
        var project = ShopSource.With("namespace Shop;\n" + source + "\n[Message(\"broken\")] public sealed class Broken { [Key(0)] public int Number { get; set; } }");
        Assert.Empty(ParserReport.Of(project));
        Assert.DoesNotContain("Billing", project.Run().File("Module.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_of_an_assembly_without_the_generator_is_said_to_have_no_serializer()
    {
        var contracts = GeneratorRun.Of(ShopSource.With("") with { AssemblyName = "Shop.Contracts" });
        var project = new TestProject { AssemblyName = "Shop.Payments", References = [contracts.Input.ToMetadataReference()] }
            .With("Handlers.cs", ShopSource.Usings + "namespace Shop; public class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }");
        var diagnostic = Assert.Single(ParserReport.Of(project));
        Assert.Equal("MSG009", diagnostic.Id);
        Assert.Contains("Shop.Contracts", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(project.Run().Files);
    }

    private static void AssertMistake(string source, string id, string? place, string message)
    {
        var diagnostic = Assert.Single(ParserReport.Of(ShopSource.With("namespace Shop;\n" + source) with { Tolerated = ["CS0649", "CS1998"] }));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (place is not null)
        {
            Assert.Equal(place, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        }
    }
}
