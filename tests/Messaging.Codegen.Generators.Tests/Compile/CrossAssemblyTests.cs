using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Compile;

/// <summary>Parts, bases and contracts of a referenced assembly.</summary>
public sealed class CrossAssemblyTests
{
    private const string Library = """
        using System.Collections.Generic;
        using MessagePack;
        using Messaging.Codegen;

        namespace Library;

        public sealed class Part
        {
            [Key(0)] public string Name { get; init; } = "unnamed";
            [Key(1)] public List<int> Numbers { get; init; } = [1];
            [Key(2)] public int? Maybe { get; set; } = 3;
            [Key(3)] public int Count { get; init; } = 4;
        }

        public sealed record Positional([property: Key(0)] string Sku, [property: Key(1)] int Quantity = 1);

        public class Base<T>
        {
            [Key(0)] public T? Id { get; init; }
            [Key(1)] public List<T> Others { get; init; } = [];
        }

        [Message("library.thing")]
        public sealed partial record Thing
        {
            [Key(0)] public int Number { get; init; } = 5;
            [Key(1)] private int Hidden { get; init; }
        }

        internal sealed class Friend
        {
            [Key(0)] public int N { get; set; }
        }

        public enum Kind { One, Two }
        """;

    [Fact]
    public void Parts_need_no_source()
    {
        var library = (TestProject.Of(Library) with { AssemblyName = "Library" }).Run();
        var run = TestProject.Of("""
            using System.Collections.Generic;
            using Library;
            using MessagePack;
            using Messaging.Codegen;

            namespace Shop;

            [Message("a", Subject = "a.{Kind}")]
            public sealed partial class A : Base<string>
            {
                [Key(2)] public Part Part { get; init; } = new();
                [Key(3)] public List<Positional> Positional { get; init; } = [];
                [Key(4)] public Thing? Thing { get; init; }
                [Key(5)] public Kind Kind { get; init; }
                [Key(6)] public Base<Part>? Generic { get; init; }
            }
            """).Referencing(library).Run();
        var file = run.File(".Contract.g.cs");

        // The library's own serializer knows its defaults and its private members.
        Assert.Contains("ReadMessage<global::Library.Thing>(ref reader)", file, StringComparison.Ordinal);

        // Whether a member of another assembly has an initializer cannot be seen, so it is left alone when it is absent.
        Assert.Contains("else if (value.Name is null)", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Internal_types_of_another_assembly_cannot_be_reached()
    {
        var library = (TestProject.Of(Library) with { AssemblyName = "Library" }).Run();
        var run = TestProject.Of("""
            using MessagePack;
            using Messaging.Codegen;

            [Message("a")]
            internal sealed partial class A
            {
                [Key(0)] public Library.Friend? Part { get; init; }
            }
            """).Referencing(library).RunBroken();
        Assert.Contains("was not emitted", run.File(".Contract.g.cs"), StringComparison.Ordinal);
    }
}
