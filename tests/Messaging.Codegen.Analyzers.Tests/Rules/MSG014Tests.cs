using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An upcaster can be called, and leads from one version of a contract to a higher one.</summary>
public class MSG014Tests
{
    private const string Versions = """
        #pragma warning disable MSG205 // one of the versions is on the subject of another, on purpose
        [Message("orders.placed", Subject = "orders.{Id}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] int Id);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Id);

        [Message("orders.sent")]
        public sealed partial record OrderSent([property: Key(0)] int Id);

        [Message("orders.placed", Version = 3, Subject = "orders.all.placed")]
        public sealed partial record OrderPlacedV3([property: Key(0)] int Id);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] int Id) : IRequest<OrderSent>;

        [Message("quotes.get", Version = 2)]
        public sealed partial record GetQuoteV2([property: Key(0)] int Id) : IRequest<OrderSent>;

        """;

    [Theory]
    [InlineData("public OrderPlacedV2 {|MSG014:From|}(OrderPlaced old) => new(old.Id);")]
    [InlineData("private static OrderPlacedV2 {|MSG014:From|}(OrderPlaced old) => new(old.Id);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}<T>(OrderPlaced old) => new(old.Id);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}() => new(1);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}(int old) => new(old);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}(in OrderPlaced old) => new(old.Id);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}(OrderPlaced old, MessageContext context) => new(old.Id);")]
    [InlineData("public static OrderPlacedV2 {|MSG014:From|}(OrderPlaced old, UpcastContext context, int number) => new(old.Id);")]
    [InlineData("public static Task<OrderPlacedV2> {|MSG014:From|}(OrderPlaced old) => Task.FromResult(new OrderPlacedV2(old.Id));")]
    [InlineData("public static void {|MSG014:From|}(OrderPlaced old) { }")]
    [InlineData("public static OrderPlaced {|MSG014:From|}(OrderPlacedV2 old) => new(old.Id);")]
    [InlineData("public static OrderPlaced {|MSG014:From|}(OrderPlaced old) => new(old.Id);")]
    [InlineData("public static OrderPlaced {|MSG014:From|}(OrderSent old) => new(old.Id);")]
    [InlineData("public static OrderPlacedV3 {|MSG014:From|}(OrderPlaced old) => new(old.Id);")]
    [InlineData("public static GetQuoteV2 {|MSG014:From|}(GetQuote old) => new(old.Id);")]
    public Task Reports_what_cannot_be_called_or_leads_nowhere(string method) =>
        Verify.RunAsync(Versions + $$"""public class Mapping { [Upcast] {{method}} }""");

    [Fact]
    public Task Reports_a_generic_type_around_it() =>
        Verify.RunAsync(Versions + "public static class Mapping<T> { [Upcast] public static OrderPlacedV2 {|MSG014:From|}(OrderPlaced old) => new(old.Id); }");

    [Theory]
    [InlineData("public static OrderPlacedV2 From(OrderPlaced old) => new(old.Id);")]
    [InlineData("internal static OrderPlacedV2 From(OrderPlaced old, UpcastContext context) => new(old.Id);")]
    public Task Accepts_methods_between_versions(string method) =>
        Verify.RunAsync(Versions + $$"""internal static class Mapping { [Upcast] {{method}} }""");
}
