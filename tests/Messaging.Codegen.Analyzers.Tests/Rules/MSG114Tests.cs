using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A converter converts the type that it stands on, and there is one.</summary>
public class MSG114Tests
{
    private const string Converter = """

        public sealed class Money
        {
            public decimal Amount { get; init; }
        }

        public sealed class MoneyConverter : IMessageConverter<Money>
        {
            public static void Write(ref Messaging.Codegen.Serialization.PackWriter writer, Money value) => writer.Write(value.Amount);

            public static Money Read(ref Messaging.Codegen.Serialization.PackReader reader) => new() { Amount = reader.ReadDecimal() };
        }
        """;

    [Fact]
    public Task Reports_a_converter_of_another_type() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), {|MSG114:MessageConverter(typeof(MoneyConverter))|}] public decimal Total { get; init; }
        }
        """ + Converter);

    [Fact]
    public Task Reports_what_is_no_converter() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), {|MSG114:MessageConverter(typeof(string))|}] public decimal Total { get; init; }
            [Key(1), {|MSG114:MessageConverter(typeof(Nothing))|}] public decimal Net { get; init; }
            [Key(2), {|MSG114:MessageConverter(null!)|}] public decimal Tax { get; init; }
            [Key(3), {|MSG114:MessageConverter(typeof(Of<>))|}] public decimal Gross { get; init; }
        }

        public static class Nothing;

        public abstract class Of<T>;
        """);

    [Fact]
    public Task Reports_a_private_converter() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), {|MSG114:MessageConverter(typeof(Hidden))|}] public int Total { get; init; }

            private sealed class Hidden : IMessageConverter<int>
            {
                public static void Write(ref Messaging.Codegen.Serialization.PackWriter writer, int value) => writer.Write(value);

                public static int Read(ref Messaging.Codegen.Serialization.PackReader reader) => reader.ReadInt32();
            }
        }
        """);

    [Fact]
    public Task Reports_two_converters_of_one_type() => Verify.RunAsync("""
        [assembly: {|MSG114:MessageConverterFor(typeof(Money), typeof(MoneyConverter))|}]
        [assembly: MessageConverterFor(typeof(Money), typeof(MoneyConverter))]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Money Total);
        """ + Converter);

    [Fact]
    public Task Reports_a_converter_of_a_contract() => Verify.RunAsync("""
        [Message("orders.placed"), {|MSG114:MessageConverter(typeof(MoneyConverter))|}]
        public sealed partial record OrderPlaced([property: Key(0)] Money Total);

        [MessageConverter(typeof(MoneyConverter))]
        """ + Converter);

    [Fact]
    public Task Reports_a_wire_type_with_blanks() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), {|MSG114:MessageConverter(typeof(Blank))|}] public int Total { get; init; }
        }

        [WireType("a number")]
        public sealed class Blank : IMessageConverter<int>
        {
            public static void Write(ref Messaging.Codegen.Serialization.PackWriter writer, int value) => writer.Write(value);

            public static int Read(ref Messaging.Codegen.Serialization.PackReader reader) => reader.ReadInt32();
        }
        """);

    [Fact]
    public Task Reports_a_member_without_a_key() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public int Number { get; init; }
            [IgnoreMember, MessageConverter(typeof(MoneyConverter))] public Money? {|MSG114:Total|} { get; init; }
        }
        """ + Converter);

    [Fact]
    public Task Accepts_converters_of_members_types_and_assemblies() => Verify.RunAsync("""
        [assembly: MessageConverterFor(typeof(Money), typeof(MoneyConverter))]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Money? Total, [property: Key(1), MessageConverter(typeof(Number))] int? Count)
        {
            [Key(2)] public List<Money> Parts { get; init; } = [];
            [Key(3)] public Region Region { get; init; }
        }

        [MessageConverter(typeof(RegionConverter))]
        public enum Region { Eu, Us }

        public sealed class RegionConverter : IMessageConverter<Region>
        {
            static void IMessageConverter<Region>.Write(ref Messaging.Codegen.Serialization.PackWriter writer, Region value) => writer.Write(value.ToString());

            static Region IMessageConverter<Region>.Read(ref Messaging.Codegen.Serialization.PackReader reader) => Enum.Parse<Region>(reader.ReadString());
        }

        [WireType("i32")]
        public readonly struct Number : IMessageConverter<int>
        {
            public static void Write(ref Messaging.Codegen.Serialization.PackWriter writer, int value) => writer.Write(value);

            public static int Read(ref Messaging.Codegen.Serialization.PackReader reader) => reader.ReadInt32();
        }
        """ + Converter);
}
