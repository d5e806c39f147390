using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What may be several types has cases.</summary>
public class MSG110Tests
{
    [Fact]
    public Task Reports_an_interface() => Verify.RunAsync("""
        public interface IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment {|MSG110:Payment|});
        """);

    [Fact]
    public Task Reports_an_abstract_class_in_a_list() => Verify.RunAsync("""
        public abstract class Payment
        {
            [Key(0)] public decimal Amount { get; set; }
        }

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] List<Payment> {|MSG110:Payments|});
        """);

    [Fact]
    public Task Accepts_unions() => Verify.RunAsync("""
        [Union(0, typeof(Card)), Union(1, typeof(Cash))]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment, [property: Key(1)] IPayment? Tip);
        """);

    [Fact]
    public Task Accepts_interfaces_of_collections() => Verify.RunAsync("""
        [Message("orders.paid")]
        public sealed partial record OrderPaid
        {
            [Key(0)] public IEnumerable<int> A { get; init; } = [];
            [Key(1)] public IReadOnlyDictionary<string, int> B { get; init; } = new Dictionary<string, int>();
            [Key(2)] public ISet<int> C { get; init; } = new HashSet<int>();
        }
        """);
}
