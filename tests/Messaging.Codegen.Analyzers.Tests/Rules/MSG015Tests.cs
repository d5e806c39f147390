using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract is published in an older version of itself, which one of its own methods makes.</summary>
public class MSG015Tests
{
    private const string Older = """
        [Message("orders.placed", Subject = "orders.{Id}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] int Id);

        [Message("orders.sent")]
        public sealed partial record OrderSent([property: Key(0)] int Id);

        public sealed record Part([property: Key(0)] int Id);

        """;

    [Theory]
    [InlineData("")]
    [InlineData("public static OrderPlaced To(OrderPlacedV2 message) => new(message.Id);")]
    [InlineData("[Downcast] public OrderPlaced To(OrderPlacedV2 message) => new(message.Id);")]
    [InlineData("[Downcast] public static OrderPlaced To<T>(OrderPlacedV2 message) => new(message.Id);")]
    [InlineData("[Downcast] public static OrderPlaced To(int id) => new(id);")]
    [InlineData("[Downcast] public static OrderPlaced To(OrderPlacedV2 message, int id) => new(id);")]
    [InlineData("[Downcast] public static OrderPlaced To(in OrderPlacedV2 message) => new(message.Id);")]
    [InlineData("[Downcast] public static OrderPlaced To(OrderPlacedV2 message) => new(message.Id); [Downcast] public static OrderPlaced Too(OrderPlacedV2 message) => new(message.Id);")]
    public Task Reports_what_nothing_makes(string method) => Verify.RunAsync(Older + $$"""
        [{|MSG015:AlsoPublish(typeof(OrderPlaced))|}, Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Id) { {{method}} }
        """);

    [Theory]
    [InlineData("OrderSent", "\"orders.placed\", Version = 2")]
    [InlineData("Part", "\"orders.placed\", Version = 2")]
    [InlineData("OrderPlaced", "\"orders.placed\", Version = 1, Subject = \"orders.v1\"")]
    [InlineData("OrderPlaced", "\"orders.placed\", Version = 2, Subject = \"orders.all.placed\"")]
    public Task Reports_what_is_no_older_version(string type, string message) => Verify.RunAsync("#pragma warning disable MSG004, MSG205\n" + Older + $$"""
        [{|MSG015:AlsoPublish(typeof({{type}}))|}, Message({{message}})]
        public sealed partial record Newer([property: Key(0)] int Id)
        {
            [Downcast] public static {{type}} To(Newer message) => new(message.Id);
        }
        """);

    [Fact]
    public Task Reports_a_method_that_nothing_asks_for() => Verify.RunAsync(Older + """
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Id)
        {
            [Downcast] public static OrderPlaced {|MSG015:To|}(OrderPlacedV2 message) => new(message.Id);
        }
        """);

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    public Task Accepts_a_method_of_the_contract(string accessibility) => Verify.RunAsync(Older + $$"""
        [AlsoPublish(typeof(OrderPlaced)), Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Id)
        {
            [Downcast] {{accessibility}} static OrderPlaced To(OrderPlacedV2 message) => new(message.Id);
        }
        """);
}
