using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>The rows of the routing table that upcasters give to handlers.</summary>
public sealed class UpcastTests
{
    private const string Versions = ShopSource.Usings + """
        namespace Labels;

        [Message("labels.printed", Subject = "labels.{Region}.printed.v1")]
        public sealed partial record Label([property: Key(0)] int Id, [property: Key(1)] string Region);

        [Message("labels.printed", Version = 2, Subject = "labels.{Region}.printed.v2")]
        public sealed partial record LabelV2([property: Key(0)] int Id, [property: Key(1)] string Region)
        {
            [Upcast] public static LabelV2 From(Label old) => new(old.Id, old.Region);
        }

        [Message("labels.printed", Version = 3, Subject = "labels.{Region}.printed.v3")]
        public sealed partial record LabelV3([property: Key(0)] int Id, [property: Key(1)] string Region)
        {
            public static class Mapping
            {
                [Upcast] public static LabelV3 @from(LabelV2 old, UpcastContext context) => new(old.Id, old.Region);
            }
        }

        """;

    private const string Handler = ShopSource.Usings + """
        namespace Shop;

        public sealed class Printer
        {
            [Handler("labels")] public void Handle(Labels.LabelV3 label) { }
        }
        """;

    private const string FirstToThird =
        "module.AddUpcastRoute<global::Labels.Label, global::Labels.LabelV3>(\"labels.*.printed.v1\", static (message, context) => "
        + "global::Labels.LabelV3.Mapping.@from(global::Labels.LabelV2.From(message), context), "
        + "global::Shop.PrinterConsumers.HandleOptions, global::Shop.PrinterConsumers.Handle);";

    private const string SecondToThird =
        "module.AddUpcastRoute<global::Labels.LabelV2, global::Labels.LabelV3>(\"labels.*.printed.v2\", static (message, context) => "
        + "global::Labels.LabelV3.Mapping.@from(message, context), ";

    [Fact]
    public void Chains_are_composed()
    {
        var module = Project().Run().File("Module.g.cs");
        Assert.Contains(FirstToThird, module, StringComparison.Ordinal);
        Assert.Contains(SecondToThird, module, StringComparison.Ordinal);
        Assert.Contains("(\"consumer:labels route labels.*.printed.v1 labels.printed/v1    # CLR ", module, StringComparison.Ordinal);
        Assert.Contains("(\"labels.printed/v3 upcast labels.printed/v2    # CLR Labels.LabelV3+Mapping.from\")", module, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_begins_in_one_assembly_and_ends_in_another()
    {
        var library = (TestProject.Of(Versions) with { AssemblyName = "Labels" }).Run();
        var module = (TestProject.Of(Handler) with { AssemblyName = "Shop" }).Referencing(library).Run().File("ShopModule.Module.g.cs");
        Assert.Contains(FirstToThird, module, StringComparison.Ordinal);
        Assert.Contains(SecondToThird, module, StringComparison.Ordinal);
        Assert.DoesNotContain(" upcast ", module, StringComparison.Ordinal);

        var ownEnd = (TestProject.Of(Handler.Replace("LabelV3", "LabelV4", StringComparison.Ordinal), ShopSource.Usings + """
            namespace Labels;
            [Message("labels.printed", Version = 4)]
            public sealed partial record LabelV4([property: Key(0)] int Id)
            {
                [Upcast] internal static LabelV4 From(LabelV3 old) => new(old.Id);
            }
            """) with { AssemblyName = "Shop" }).Referencing(library).Run().File("ShopModule.Module.g.cs");
        Assert.Contains("=> global::Labels.LabelV4.From(global::Labels.LabelV3.Mapping.@from(global::Labels.LabelV2.From(message), context)), ", ownEnd, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_assembly_keeps_to_itself_is_not_called()
    {
        var library = (TestProject.Of(Versions.Replace("[Upcast] public static LabelV2", "[Upcast] internal static LabelV2", StringComparison.Ordinal)) with { AssemblyName = "Labels" }).Run();
        var module = (TestProject.Of(Handler) with { AssemblyName = "Shop" }).Referencing(library).Run().File("ShopModule.Module.g.cs");
        Assert.DoesNotContain("printed.v1", module, StringComparison.Ordinal);
        Assert.Contains(SecondToThird, module, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Handler(\"labels\")] public void Handle(Labels.LabelV2 label) { }", "v1")]
    [InlineData("[Handler(\"labels\")] public void Handle(Labels.Label label) { }", "")]
    [InlineData("[Handler(\"labels\"), Where(\"Region\", \"eu\", \"us\")] public void Handle(Labels.LabelV3 label) { }", "v1 v1 v2 v2")]
    [InlineData("[Handler(\"labels\")] public void Handle(IReadOnlyList<Labels.LabelV3> label) { }", "v1 v2")]
    [InlineData("[Handler(\"a\")] public void Handle(Labels.LabelV3 label) { } [Handler(\"b\")] public void Other(Labels.LabelV2 label) { }", "v1 v2 v1")]
    public void Only_older_versions_are_added(string methods, string versions)
    {
        var module = Project($$"""namespace Shop; public sealed class Printer { {{methods}} }""").Run().File("Module.g.cs");
        var rows = module.Split('\n').Where(static line => line.Contains(".AddUpcast", StringComparison.Ordinal)).ToArray();
        Assert.Equal(versions, string.Join(' ', rows.Select(static row => row[(row.IndexOf("printed.v", StringComparison.Ordinal) + 8)..][..2])));
        Assert.All(rows, row => Assert.Equal(methods.Contains("IReadOnlyList", StringComparison.Ordinal), row.Contains("AddUpcastBatchRoute<", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_condition_that_an_older_subject_cannot_keep_leaves_the_version_out()
    {
        var module = TestProject.Of(
            Versions.Replace("labels.{Region}.printed.v1", "labels.all.printed.v1", StringComparison.Ordinal),
            Handler.Replace("[Handler(\"labels\")]", "[Handler(\"labels\"), Where(\"Region\", \"eu\")]", StringComparison.Ordinal)).Run().File("Module.g.cs");
        Assert.DoesNotContain("printed.v1", module, StringComparison.Ordinal);
        Assert.Contains("(\"labels.eu.printed.v2\", static (message, context)", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_are_none()
    {
        var module = Project(Handler[ShopSource.Usings.Length..] + """
            public static class More { [Upcast] public static Labels.LabelV3 Jump(Labels.Label old) => new(old.Id, old.Region); }
            """).Run().File("Module.g.cs");
        Assert.DoesNotContain("AddUpcastRoute<global::Labels.Label,", module, StringComparison.Ordinal);
        Assert.Contains(SecondToThird, module, StringComparison.Ordinal);
    }

    [Fact]
    public void Older_versions_are_published_by_the_contract_itself()
    {
        var run = TestProject.Of(
            Versions.Replace("[Message(\"labels.printed\", Version = 2", "[AlsoPublish(typeof(Label))]\n[Message(\"labels.printed\", Version = 2", StringComparison.Ordinal)
                .Replace("[Upcast] public static LabelV2", "[Downcast] private static Label To(LabelV2 message) => new(message.Id, message.Region);\n[Upcast] public static LabelV2", StringComparison.Ordinal)).Run();
        var contract = run.File("Labels.LabelV2.Contract.g.cs");
        Assert.Contains("static bool global::Messaging.Codegen.IMessage<global::Labels.LabelV2>.HasCopies => true;", contract, StringComparison.Ordinal);
        Assert.Contains("visitor.Visit<global::Labels.Label>(global::Labels.LabelV2.To(message));", contract, StringComparison.Ordinal);
        Assert.Contains("(\"labels.printed/v2 alsoPublish labels.printed/v1\")", run.File("Module.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("HasCopies", run.File("Labels.LabelV3.Contract.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_inside_of_an_upcaster_changes_nothing()
    {
        var run = Project().Run();
        var after = run.Edit(Project().With("File0.cs", Versions.Replace("=> new(old.Id, old.Region);", "=> new(old.Id, \"\");", StringComparison.Ordinal)));
        Assert.Empty(TrackedSteps.Changed(after));
    }

    private static TestProject Project(string? handler = null) => TestProject.Of(Versions, handler is null ? Handler : ShopSource.Usings + handler);
}
