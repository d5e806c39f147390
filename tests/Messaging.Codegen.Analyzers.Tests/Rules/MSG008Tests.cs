using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An object must be constructible from what travels.</summary>
public class MSG008Tests
{
    [Fact]
    public Task Reports_a_parameter_without_a_member() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            public {|MSG008:OrderPlaced|}(Guid orderId, TimeProvider clock) => (OrderId, At) = (orderId, clock.GetUtcNow());

            [Key(0)] public Guid OrderId { get; }
            [IgnoreMember] public DateTimeOffset At { get; }
        }
        """);

    [Fact]
    public Task Reports_a_parameter_of_another_type() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            public {|MSG008:OrderPlaced|}(string orderId) => OrderId = Guid.Parse(orderId);

            [Key(0)] public Guid OrderId { get; }
        }
        """);

    [Fact]
    public Task Reports_two_marked_constructors() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class {|MSG008:OrderPlaced|}
        {
            [SerializationConstructor]
            public OrderPlaced() { }

            [SerializationConstructor]
            public OrderPlaced(Guid orderId) => OrderId = orderId;

            [Key(0)] public Guid OrderId { get; set; }
        }
        """);

    [Fact]
    public Task Reports_constructors_that_fit_equally() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class {|MSG008:OrderPlaced|}
        {
            public OrderPlaced(Guid orderId) => OrderId = orderId;

            public OrderPlaced(string region) => Region = region;

            [Key(0)] public Guid OrderId { get; set; }
            [Key(1)] public string? Region { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_a_constructor_by_the_names_of_its_parameters() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            public OrderPlaced(string region, Guid orderId) => (OrderId, Region) = (orderId, region);

            [Key(0)] public Guid OrderId { get; }
            [Key(1)] public string Region { get; }
        }
        """);

    [Fact]
    public Task Accepts_the_marked_one_of_several() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [SerializationConstructor]
            public OrderPlaced(Guid orderId) => OrderId = orderId;

            public OrderPlaced(string text) => OrderId = Guid.Parse(text);

            [Key(0)] public Guid OrderId { get; }
        }
        """);
}
