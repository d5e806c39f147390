using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Every type in a contract must have a serializer.</summary>
public class MSG003Tests
{
    [Fact]
    public Task Reports_a_part_without_keys() => Verify.RunAsync("""
        public sealed record Line(string Sku);

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line {|MSG003:Line|});
        """);

    [Fact]
    public Task Reports_an_element_without_keys() => Verify.RunAsync("""
        public sealed class Line
        {
            public string Sku { get; set; } = "";
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public Dictionary<string, List<Line>> {|MSG003:Lines|} { get; init; } = [];
        }
        """);

    [Fact]
    public Task Reports_a_type_of_the_framework_without_a_format() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] System.Net.Http.HttpMethod {|MSG003:Method|});
        """);

    [Fact]
    public Task Reports_the_part_that_lacks_keys_inside_of_a_part() => Verify.RunAsync("""
        public sealed record Address(string City);

        public sealed record Customer([property: Key(0)] Address {|MSG003:Home|});

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Customer Customer);
        """);

    [Fact]
    public Task Accepts_parts_scalars_and_collections() => Verify.RunAsync("""
        public enum Colour { Unknown, Red }

        public sealed record Line([property: Key(0)] string Sku, [property: Key(1)] Colour Colour);

        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public Guid Id { get; init; }
            [Key(1)] public decimal? Total { get; init; }
            [Key(2)] public DateTimeOffset At { get; init; }
            [Key(3)] public byte[] Signature { get; init; } = [];
            [Key(4)] public IReadOnlyList<Line> Lines { get; init; } = [];
            [Key(5)] public Dictionary<string, Line[]> BySku { get; init; } = [];
            [Key(6)] public HashSet<int> Numbers { get; init; } = [];
        }
        """);
}
