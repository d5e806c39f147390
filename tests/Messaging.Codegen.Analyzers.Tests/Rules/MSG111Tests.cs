using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>The cases of a union have numbers of their own and fit it.</summary>
public class MSG111Tests
{
    [Fact]
    public Task Reports_a_doubled_number() => Verify.RunAsync("""
        [Union(0, typeof(Card))]
        [{|MSG111:Union(0, typeof(Cash))|}]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);

    [Fact]
    public Task Reports_a_negative_number() => Verify.RunAsync("""
        [{|MSG111:Union(-1, typeof(Card))|}]
        [Union(1, typeof(Cash))]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);

    [Fact]
    public Task Reports_a_doubled_case() => Verify.RunAsync("""
        [Union(0, typeof(Card)), Union(1, typeof(Cash))]
        [{|MSG111:Union(2, typeof(Cash))|}]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);

    [Fact]
    public Task Reports_a_stranger() => Verify.RunAsync("""
        [Union(0, typeof(Card)), Union(1, typeof(Cash))]
        [{|MSG111:Union(2, typeof(OrderPaid))|}]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);

    [Fact]
    public Task Reports_an_abstract_case() => Verify.RunAsync("""
        [Union(0, typeof(Card)), Union(1, typeof(Cash))]
        [{|MSG111:Union(2, typeof(Other))|}]
        public interface IPayment;

        public abstract record Other([property: Key(0)] int Number) : IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);

    [Fact]
    public Task Accepts_numbers_with_gaps() => Verify.RunAsync("""
        [Union(7, typeof(Card)), Union(2, typeof(Cash))]
        public interface IPayment;

        public sealed record Card([property: Key(0)] string Token) : IPayment;

        public sealed record Cash([property: Key(0)] decimal Tendered) : IPayment;

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
        """);
}
