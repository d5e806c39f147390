using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A union knows the types that are ones of it.</summary>
public class MSG112Tests
{
    [Fact]
    public Task Reports_a_class_that_is_no_case() => Verify.RunAsync("""
        [Union(0, typeof(Card))]
        [Union(4, typeof(Transfer))]
        public abstract partial record Payment;

        public sealed partial record Card([property: Key(0)] string Number) : Payment;

        public partial record Transfer([property: Key(0)] string Account) : Payment;

        public sealed partial record {|MSG112:Voucher|}([property: Key(0)] string Code) : Payment;
        """);

    [Fact]
    public Task Reports_a_class_behind_a_case() => Verify.RunAsync("""
        [Union(0, typeof(Card))]
        [Union(4, typeof(Transfer))]
        public abstract partial record Payment;

        public sealed partial record Card([property: Key(0)] string Number) : Payment;

        public partial record Transfer([property: Key(0)] string Account) : Payment;

        public sealed partial record {|MSG112:Instant|}([property: Key(0)] string Account, [property: Key(1)] int Seconds) : Transfer(Account);
        """);

    [Fact]
    public Task Reports_one_that_implements_an_interface() => Verify.RunAsync("""
        [Union(0, typeof(Card))]
        public partial interface IPayment;

        public sealed partial record Card([property: Key(0)] string Number) : IPayment;

        public sealed partial record {|MSG112:Voucher|}([property: Key(0)] string Code) : IPayment;
        """);

    [Fact]
    public Task Accepts_cases_and_abstract_classes_between() => Verify.RunAsync("""
        [Union(0, typeof(Card))]
        [Union(4, typeof(Transfer))]
        public abstract partial record Payment;

        public sealed partial record Card([property: Key(0)] string Number) : Payment;

        public partial record Transfer([property: Key(0)] string Account) : Payment;

        public abstract partial record Cashless : Payment;
        """);
}
