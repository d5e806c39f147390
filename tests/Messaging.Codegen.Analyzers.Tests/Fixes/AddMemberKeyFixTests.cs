using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AddMemberKeyFixTests
{
    [Fact]
    public Task Adds_the_next_free_key() => Verify.FixAsync<AddMemberKeyFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(7)] public required Guid OrderId { get; init; }
            [Key(2)] public required string Region { get; init; }

            /// <summary>Says why.</summary>
            public string? {|MSG101:Reason|} { get; init; }
        }
        """,
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(7)] public required Guid OrderId { get; init; }
            [Key(2)] public required string Region { get; init; }

            /// <summary>Says why.</summary>
            [Key(8)] public string? Reason { get; init; }
        }
        """);

    [Fact]
    public Task Names_the_members_where_the_others_have_names() => Verify.FixAsync<AddMemberKeyFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid OrderId { get; init; }
            public string? {|MSG101:Reason|} { get; init; }
        }
        """,
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid OrderId { get; init; }
            [Key("Reason")] public string? Reason { get; init; }
        }
        """);

    [Fact]
    public Task Numbers_the_members_of_a_type_in_their_order() => Verify.FixAsync<AddMemberKeyFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            public required Guid {|MSG101:OrderId|} { get; init; }
            [Key(3)] public required string Region { get; init; }
            public string? {|MSG101:Reason|} { get; init; }
            public int {|MSG101:Count|};
        }

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] Guid OrderId, string {|MSG101:Region|}, [property: Obsolete] int {|MSG101:Count|});
        """,
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(4)] public required Guid OrderId { get; init; }
            [Key(3)] public required string Region { get; init; }
            [Key(5)] public string? Reason { get; init; }
            [Key(6)] public int Count;
        }

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] Guid OrderId, [property: Key(1)] string Region, [property: Obsolete] [property: Key(2)] int Count);
        """,
        iterations: 5);

    [Fact]
    public Task Keeps_base_and_derived_members_apart() => Verify.FixAsync<AddMemberKeyFix>(
        """
        public abstract record OrderEvent
        {
            [Key(0)] public Guid OrderId { get; init; }
            public DateTimeOffset {|MSG101:At|} { get; init; }
            public int {|MSG101:Attempt|} { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced : OrderEvent
        {
            [Key(1)] public required string Region { get; init; }
            public string? {|MSG101:Reason|} { get; init; }
        }

        [Message("orders.shipped")]
        public sealed partial record OrderShipped : OrderEvent
        {
            [Key(5)] public required string Carrier { get; init; }
        }
        """,
        """
        public abstract record OrderEvent
        {
            [Key(0)] public Guid OrderId { get; init; }
            [Key(6)] public DateTimeOffset At { get; init; }
            [Key(7)] public int Attempt { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced : OrderEvent
        {
            [Key(1)] public required string Region { get; init; }
            [Key(8)] public string? Reason { get; init; }
        }

        [Message("orders.shipped")]
        public sealed partial record OrderShipped : OrderEvent
        {
            [Key(5)] public required string Carrier { get; init; }
        }
        """,
        iterations: 3);

    [Fact]
    public Task Numbers_across_the_files_of_a_partial_type() => new ComponentFixTest<AddMemberKeyFix>
    {
        TestState =
        {
            Sources =
            {
                ("A.cs", Verify.Usings + """
                    [Message("orders.placed")]
                    public sealed partial record OrderPlaced
                    {
                        public Guid {|MSG101:OrderId|} { get; init; }
                    }
                    """),
                ("B.cs", Verify.Usings + """
                    public sealed partial record OrderPlaced
                    {
                        public string? {|MSG101:Region|} { get; init; }
                    }
                    """),
            },
        },
        FixedState =
        {
            Sources =
            {
                ("A.cs", Verify.Usings + """
                    [Message("orders.placed")]
                    public sealed partial record OrderPlaced
                    {
                        [Key(0)] public Guid OrderId { get; init; }
                    }
                    """),
                ("B.cs", Verify.Usings + """
                    public sealed partial record OrderPlaced
                    {
                        [Key(1)] public string? Region { get; init; }
                    }
                    """),
            },
        },
        NumberOfIncrementalIterations = 2,
        NumberOfFixAllInDocumentIterations = 2,
        NumberOfFixAllInProjectIterations = 1,
        NumberOfFixAllIterations = 1,
    }.RunAsync();

    [Fact]
    public Task Writes_the_full_name_where_MessagePack_is_not_imported() => new ComponentFixTest<AddMemberKeyFix>
    {
        TestCode = """
            using Messaging.Codegen;

            [Message("orders.placed")]
            public sealed partial record OrderPlaced
            {
                public int {|MSG101:Count|} { get; init; }
            }
            """,
        FixedCode = """
            using Messaging.Codegen;

            [Message("orders.placed")]
            public sealed partial record OrderPlaced
            {
                [MessagePack.Key(0)] public int Count { get; init; }
            }
            """,
    }.RunAsync();
}
