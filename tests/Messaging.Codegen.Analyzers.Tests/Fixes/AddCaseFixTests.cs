using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AddCaseFixTests
{
    [Fact]
    public Task Lists_the_types_with_the_next_free_tags() => Verify.FixAsync<AddCaseFix>(
        """
        namespace Shop
        {
            /// <summary>How it is paid.</summary>
            [Union(0, typeof(Card))]
            [ReservedTags(3)]
            public abstract partial record Payment;

            public sealed partial record Card([property: Key(0)] string Number) : Payment;

            public sealed partial record {|MSG112:Voucher|}([property: Key(0)] string Code) : Payment;

            namespace Banks
            {
                public sealed partial record {|MSG112:Transfer|}([property: Key(0)] string Account) : Payment;
            }
        }
        """,
        """
        namespace Shop
        {
            /// <summary>How it is paid.</summary>
            [Union(0, typeof(Card))]
            [ReservedTags(3)]
            [Union(4, typeof(Voucher))]
            [Union(5, typeof(Banks.Transfer))]
            public abstract partial record Payment;

            public sealed partial record Card([property: Key(0)] string Number) : Payment;

            public sealed partial record Voucher([property: Key(0)] string Code) : Payment;

            namespace Banks
            {
                public sealed partial record Transfer([property: Key(0)] string Account) : Payment;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Finds_the_union_in_another_file()
    {
        const string Union = Verify.Usings + """
            [Union(0, typeof(Card))]
            public partial interface IPayment;

            public sealed partial record Card([property: Key(0)] string Number) : IPayment;
            """;
        return new ComponentFixTest<AddCaseFix>
        {
            TestState = { Sources = { Union, Verify.Usings + "public sealed partial record {|MSG112:Voucher|}([property: Key(0)] string Code) : IPayment;" } },
            FixedState =
            {
                Sources =
                {
                    Union.Replace("(Card))]", "(Card))]\n[Union(1, typeof(Voucher))]", StringComparison.Ordinal),
                    Verify.Usings + "public sealed partial record Voucher([property: Key(0)] string Code) : IPayment;",
                },
            },
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync();
    }
}
