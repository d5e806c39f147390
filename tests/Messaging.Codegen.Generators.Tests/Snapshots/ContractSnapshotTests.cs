using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Snapshots;

/// <summary>What a reviewer should see change when emission changes. Everything else is asserted by compiling and running.</summary>
public sealed class ContractSnapshotTests
{
    private const string Usings = "using System; using System.Collections.Generic; using MessagePack; using Messaging.Codegen;\n";

    [Fact]
    public void Order_placed() => Verify("OrderPlaced", """
        namespace Shop;

        [Message("orders.placed", Version = 1, Subject = "orders.{Region}.placed.v1")]
        public sealed partial record OrderPlaced
        {
            [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
            [Key(1)] public required string Region { get; init; }
            [Key(2)] public required decimal Total { get; init; }
            [Key(3)] public IReadOnlyList<OrderLine> Lines { get; init; } = [];
        }

        public sealed record OrderLine([property: Key(0)] string Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice);
        """);

    [Fact]
    public void Unions_enums_and_maps() => Verify("PaymentRequested", """
        namespace Shop;

        public enum Currency { Unknown, Eur = 978, Usd = 840 }

        [Union(0, typeof(Card)), Union(1, typeof(Transfer))]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Number) : IPayment;

        public class Transfer : IPayment
        {
            [Key(0)] public required string Iban { get; init; }
        }

        public static partial class Payments
        {
            [Message("payments.requested", Subject = "payments.{Currency}.requested")]
            public sealed partial class PaymentRequested
            {
                [Key(0), IdempotencyKey] public Guid OrderId { get; set; }
                [Key(2), IdempotencyKey] public int Attempt { get; set; }
                [Key(3)] public Currency Currency { get; set; }
                [Key(4)] public required IPayment Payment { get; init; }
                [Key(5)] public Dictionary<string, string?> Notes { get; init; } = new(StringComparer.Ordinal);
            }
        }
        """);

    [Fact]
    public void Recursion() => Verify("CategoryMoved", """
        namespace Shop;

        [Message("categories.moved")]
        public partial record struct CategoryMoved([property: Key(0)] Category Category, [property: Key(1)] DateTimeOffset? At = null);

        public sealed class Category
        {
            [Key(0)] public string Name { get; init; } = "";
            [Key(1)] public List<Category> Children { get; init; } = [];
        }
        """);

    [Fact]
    public void Names_for_keys() => Verify("AddressChanged", """
        namespace Shop;

        [Message("customers.address-changed")]
        public sealed partial record AddressChanged
        {
            [Key("customer"), IdempotencyKey] public required Guid Customer { get; init; }
            [Key("address")] public required Address Address { get; init; }
            [Key("note")] public string? Note { get; init; }
            [Key("tags")] public List<string> Tags { get; init; } = [];
        }

        [MessagePackObject(keyAsPropertyName: true)]
        public sealed record Address(string City, int Zip, string Country = "DE");
        """);

    private static void Verify(string name, string source) => Snapshot.Verify(TestProject.Of(Usings + source).Run().File(".Contract.g.cs"), name);
}
