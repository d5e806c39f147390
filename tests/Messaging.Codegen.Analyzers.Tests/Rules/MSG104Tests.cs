using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Keys of what is gone are not used again.</summary>
public class MSG104Tests
{
    [Fact]
    public Task Reports_a_reserved_key() => Verify.RunAsync("""
        [Message("orders.placed"), ReservedKeys(1)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? {|MSG104:Note|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_reserved_name() => Verify.RunAsync("""
        [Message("orders.placed"), ReservedKeys("note")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid OrderId { get; init; }
            [Key("note")] public string? {|MSG104:Note|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_reserved_tag() => Verify.RunAsync("""
        [Message("payments.made")]
        public sealed partial record PaymentMade([property: Key(0)] IPayment Payment);

        [Union(0, typeof(Card)), Union(1, typeof(Transfer)), ReservedTags(1)]
        public interface {|MSG104:IPayment|};

        public sealed record Card([property: Key(0)] string Number) : IPayment;

        public sealed record Transfer([property: Key(0)] string Iban) : IPayment;
        """);

    [Fact]
    public Task Reports_a_key_that_the_baseline_has_buried() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? {|MSG104:Note|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 *RESERVED* Remark str?
        """);

    [Fact]
    public Task Reports_a_key_that_was_buried_but_not_released() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? {|MSG104:Note|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Remark str?
        """,
        """
        orders.placed/v1 key 001 *RESERVED* Remark str?
        """);

    [Fact]
    public Task Accepts_other_keys() => Verify.RunAsync("""
        [Message("orders.placed"), ReservedKeys(1)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(2)] public string? Note { get; init; }
        }
        """);
}
