using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.HintNames;

/// <summary>Names of emitted files: readable, short, and never the same for two types.</summary>
public sealed class HintNameTests
{
    private const string Usings = "using MessagePack; using Messaging.Codegen;\n";

    [Fact]
    public void Is_the_name_of_the_type() => Assert.Equal("Shop.OrderPlaced.Contract.g.cs", HintName.For("Shop.OrderPlaced", "Contract"));

    [Theory]
    [InlineData("N.A+B", "N.A_B-")]
    [InlineData("N.A`1", "N.A_1-")]
    [InlineData("N.Größe", "N.Gr__e-")]
    public void Has_a_hash_when_it_is_not_the_name_itself(string metadataName, string start)
    {
        var name = HintName.For(metadataName, "Contract");
        Assert.StartsWith(start, name, StringComparison.Ordinal);
        Assert.Equal(start.Length + 8 + ".Contract.g.cs".Length, name.Length);
    }

    [Fact]
    public void Is_cut_where_the_namespace_begins()
    {
        var one = HintName.For(new string('a', 200) + ".OrderPlaced", "Contract");
        var other = HintName.For(new string('b', 200) + ".OrderPlaced", "Contract");
        Assert.Equal(80 + 9 + ".Contract.g.cs".Length, one.Length);
        Assert.Contains(".OrderPlaced-", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Collisions_are_told_apart()
    {
        var project = TestProject.Of(Usings + """
            namespace N
            {
                [Message("a")] public sealed partial record A_B;
                public static partial class A { [Message("b")] public sealed partial record B; }
                [Message("c")] public sealed partial record Order;
                [Message("d")] public sealed partial record ORDER;
            }
            namespace n { [Message("e")] public sealed partial record Order; }
            """) with { Tolerated = ["CS8981"] };
        var files = project.Run().Files.Keys.Where(static file => file.EndsWith(".Contract.g.cs", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, files.Count);
        Assert.Equal(5, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>A part of the type is being typed a second time, with its attribute: the compiler complains, the generator must not fall over.</summary>
    [Fact]
    public void An_attribute_on_two_parts_gives_one_file()
    {
        var project = TestProject.Of(
            Usings + "namespace N; [Message(\"a\")] public sealed partial record A { [Key(0)] public int X { get; init; } }",
            Usings + "namespace N; [Message(\"b\")] public sealed partial record A { [Key(1)] public int Y { get; init; } }");
        var run = project.RunBroken();
        Assert.Null(run.Result.Exception);
        Assert.Single(run.Files, static file => file.Key.EndsWith(".Contract.g.cs", StringComparison.Ordinal));
    }
}
