namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>Whatever is edited, and in whatever order: what the generator has cached never shows. A fresh run prints the same.</summary>
public sealed class RandomEditTests
{
    private static readonly TestProject Project = new TestProject()
        .With("Aliases.cs", """
            global using Money = decimal;
            global using Handled = Messaging.Codegen.HandlerAttribute;
            """)
        .With("Assembly.cs", """
            using Messaging.Codegen;
            [assembly: Stream("ORDERS", "orders.>")]
            """)
        .With("Base.cs", """
            using MessagePack;
            namespace Shop;
            public abstract class OrderBase
            {
                [Key(0)] public int Number { get; set; }
                public string Describe() { return Number.ToString(); }
                [Key(9)] public string Tag { get; set; } = "";
            }
            """)
        .With("Names.cs", """
            namespace Shop;
            internal static class Names
            {
                public const string Placed = "orders.placed";
                public const string Billing = "billing";
                public const int Deliveries = 5;
            }
            """)
        .With("Parts.cs", """
            using MessagePack;
            namespace Shop.Parts;
            public sealed record Line([property: Key(0)] string Article, [property: Key(1)] int Quantity, [property: Key(2)] Color Color);
            """)
        .With("Color.cs", """
            namespace Shop.Parts;
            public enum Color { Unknown, Red }
            """)
        .With("Placed.cs", """
            using System.Collections.Generic;
            using MessagePack;
            using Messaging.Codegen;
            using Shop.Parts;
            namespace Shop;
            [Message(Names.Placed)]
            public sealed partial class OrderPlaced : OrderBase
            {
                [Key(1)] public Money Total { get; set; }
                [Key(2)] public List<Line> Lines { get; set; } = [];
                public override string ToString() => Describe();
            }
            """)
        .With("Placed.More.cs", """
            using MessagePack;
            namespace Shop;
            public sealed partial class OrderPlaced
            {
                [Key(3)] public string? Note { get; set; }
            }
            """)
        .With("Placed.V2.cs", """
            using MessagePack;
            using Messaging.Codegen;
            namespace Shop;
            [Message(Names.Placed, Version = 2)]
            public sealed partial record OrderPlacedV2([property: Key(0)] string Number)
            {
                [Upcast]
                public static OrderPlacedV2 From(OrderPlaced order) => new(order.Number.ToString());
            }
            """)
        .With("Shipping.cs", """
            using System.Threading.Tasks;
            using Messaging.Codegen;
            namespace Shop;
            public sealed class Shipping
            {
                [Handler("shipping")] public Task Handle(OrderPlacedV2 order) => Task.CompletedTask;
            }
            """)
        .With("Many.cs", """
            // So many that they are parsed on all processors.
            using MessagePack;
            using Messaging.Codegen;
            using Shop.Parts;
            namespace Shop.Many;
            [Message("many.a")] public sealed partial record A([property: Key(0)] Line Line);
            [Message("many.b")] public sealed partial record B([property: Key(0)] Line? Line);
            [Message("many.c")] public sealed partial record C([property: Key(0)] Line[] Lines);
            [Message("many.d")] public sealed partial record D([property: Key(0)] Color Color);
            [Message("many.e")] public sealed partial record E([property: Key(0)] A.Kind Kind);
            [Message("many.f")] public sealed partial record F([property: Key(0)] Color? Color);
            [Message("many.g")] public sealed partial record G([property: Key(0)] int Number);
            public sealed partial record A { public enum Kind { None } }
            """)
        .With("Outer.cs", """
            using MessagePack;
            using Messaging.Codegen;
            using Event = Messaging.Codegen.MessageAttribute;
            namespace Shop;
            public partial class Outer
            {
                [Event("orders.closed")]
                public sealed partial record Closed([property: Key(0)] int Number);
            }
            """)
        .With("Billing.cs", """
            using System.Threading.Tasks;
            using Messaging.Codegen;
            namespace Shop;
            public sealed class Billing
            {
                [Handled(Names.Billing, MaxDeliver = Names.Deliveries)]
                public Task Handle(OrderPlaced order)
                {
                    return Task.CompletedTask;
                }
            }
            """)
        .With("Archive.cs", """
            using System.Threading.Tasks;
            using Messaging.Codegen;
            namespace Shop;
            public sealed partial class Archive
            {
                [Handler("archive")] public Task Handle(Outer.Closed closed) => Task.CompletedTask;
            }
            """)
        .With("Archive.More.cs", """
            namespace Shop;
            public sealed partial class Archive
            {
            }
            """);

    /// <summary>File, what is there, and what takes its place. Some break the program; that must heal too.</summary>
    private static readonly (string File, string Old, string New)[] Edits =
    [
        ("Aliases.cs", "Money = decimal", "Money = double"),
        ("Aliases.cs", "Handled = Messaging.Codegen.HandlerAttribute", "Handled = System.ObsoleteAttribute"),
        ("Assembly.cs", "orders.>", "orders.*"),
        ("Assembly.cs", "using Messaging.Codegen;", "using Messaging.Codegen; // edited"),
        ("Base.cs", "int Number", "long Number"),
        ("Base.cs", "[Key(0)] public", "public"),
        ("Base.cs", "return Number", "return (Number + 1)"),
        ("Base.cs", "return Number", "\n#nullable disable\nreturn Number"),
        ("Names.cs", "\"orders.placed\"", "\"orders.new\""),
        ("Names.cs", "\"billing\"", "\"accounting\""),
        ("Names.cs", "= 5", "= 7"),
        ("Parts.cs", "int Quantity", "long Quantity"),
        ("Parts.cs", "string Article", "string? Article"),
        ("Parts.cs", "record Line", "record Row"),
        ("Color.cs", "Unknown, Red", "Unknown, Red, Blue"),
        ("Color.cs", "enum Color", "enum Color : byte"),
        ("Color.cs", "namespace Shop.Parts;", "namespace Shop;"),
        ("Placed.cs", "Money Total", "int Total"),
        ("Placed.cs", "Describe()", "base.ToString()!"),
        ("Placed.cs", "using Shop.Parts;", ""),
        ("Placed.cs", " partial ", " "),
        ("Placed.cs", ": OrderBase", ": object"),
        ("Placed.More.cs", "[Key(3)]", "[Key(4)]"),
        ("Placed.V2.cs", "[Upcast]", ""),
        ("Placed.V2.cs", "Upcast", "MessageAttribute"),
        ("Placed.V2.cs", "public static", "private static"),
        ("Placed.V2.cs", "new(order.Number.ToString())", "new(\"\")"),
        ("Placed.V2.cs", "From(OrderPlaced order)", "From(Outer.Closed order)"),
        ("Placed.V2.cs", "Version = 2", "Version = 3"),
        ("Many.cs", "Kind { None }", "Kind { None, Some }"),
        ("Many.cs", "A.Kind Kind", "Line Kind"),
        ("Placed.More.cs", "string? Note", "int Note"),
        ("Outer.cs", "class Outer", "class Outer<T>"),
        ("Outer.cs", "public partial class", "internal partial class"),
        ("Outer.cs", "orders.closed", "orders.shut"),
        ("Outer.cs", "MessageAttribute", "StreamAttribute"),
        ("Billing.cs", "Task.CompletedTask", "Task.Delay(1)"),
        ("Billing.cs", "OrderPlaced order", "Outer.Closed order"),
        ("Billing.cs", "[Handled(", "[System.Obsolete] [Handled("),
        ("Billing.cs", "class Billing", "class Billing(System.IServiceProvider services)"),
        ("Archive.cs", "\"archive\"", "\"history\""),
        ("Archive.cs", "Task.CompletedTask", "Task.Delay(2)"),
        ("Archive.More.cs", "{", "{ [Messaging.Codegen.Handler(\"also\")] public void Also(OrderPlaced order) { }"),
        ("Archive.More.cs", "class Archive", "class Archive(System.TimeProvider clock)"),
        ("New.cs", "", "namespace Shop { public sealed record Line([property: MessagePack.Key(0)] int Nearer); }"),
        ("New.cs", "", "namespace Shop { internal static class OrderPlacedParts; internal class ShopModule; }"),
        ("New.cs", "", "namespace Shop { internal class MessageContext; internal class Task; }"),
        ("New.cs", "", "namespace Shop.System { internal class Guid; }"),
        ("New.cs", "", "internal sealed class MessageAttribute(string name) : global::System.Attribute { public string Name => name; }"),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_row_of_edits_prints_what_a_fresh_run_prints(int seed)
    {
        var random = new Random(seed);
        var project = Project;
        var run = GeneratorRun.Of(project);
        for (var i = 0; i < 40; i++)
        {
            var (file, before, after) = Edits[random.Next(Edits.Length)];
            project = Toggle(project, file, before, after);
            run = run.Edit(project);
            Assert.Equal(GeneratorRun.Of(project).Files, run.Files);
        }
    }

    private static TestProject Toggle(TestProject project, string file, string before, string after)
    {
        if (before.Length == 0)
        {
            return project.Sources.ContainsKey(file) ? project.Without(file) : project.With(file, after);
        }

        var text = project.Sources[file];
        var isDone = after.Length > 0 && text.Contains(after, StringComparison.Ordinal) && !text.Replace(after, "", StringComparison.Ordinal).Contains(before, StringComparison.Ordinal);
        return project.With(file, isDone ? text.Replace(after, before, StringComparison.Ordinal) : text.Replace(before, after, StringComparison.Ordinal));
    }
}
