using System.Globalization;
using Basic.Reference.Assemblies;
using Messaging.Codegen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.CompilerBenchmarks;

/// <summary>An application of so many contracts and handlers, each in a file of its own, as people write them.</summary>
internal sealed class SyntheticProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        Of(typeof(MessageAttribute)),
        Of(typeof(MessagePack.KeyAttribute)),
        Of(typeof(MemoryPack.MemoryPackableAttribute)),
        Of(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection)),
        Of(typeof(Microsoft.Extensions.Hosting.IHostedService)),
        Of(typeof(Microsoft.Extensions.Logging.ILogger)),
    ];

    private readonly Dictionary<string, string> _files;

    private SyntheticProject(Dictionary<string, string> files) => _files = files;

    /// <summary>Contracts with parts and enums, a handler for each, and the stream of them all.</summary>
    public static SyntheticProject WithMessaging(int count)
    {
        var files = new Dictionary<string, string> { ["Program.cs"] = MainText("[assembly: Messaging.Codegen.Stream(\"SHOP\", \"shop.>\")]") };
        for (var i = 0; i < count; i++)
        {
            files[Contract(i)] = ContractText(
                i, "using MessagePack;\nusing Messaging.Codegen;", string.Create(CultureInfo.InvariantCulture, $"[Message(\"shop.event{i}\")]"), static key => $"[property: Key({key})] ");
            files[Handler(i)] = HandlerText(i, body: 0);
        }

        return new SyntheticProject(files);
    }

    /// <summary>The same contracts for MemoryPack. It has no handlers.</summary>
    public static SyntheticProject WithMemoryPack(int count)
    {
        var files = new Dictionary<string, string> { ["Program.cs"] = MainText("") };
        for (var i = 0; i < count; i++)
        {
            files[Contract(i)] = ContractText(i, "using MemoryPack;", "[MemoryPackable]", static _ => "");
        }

        return new SyntheticProject(files);
    }

    public static string Contract(int number) => string.Create(CultureInfo.InvariantCulture, $"Event{number}.cs");

    public static string Handler(int number) => string.Create(CultureInfo.InvariantCulture, $"Handler{number}.cs");

    /// <summary>Another body of a handler.</summary>
    public static string HandlerText(int number, int body) => string.Create(CultureInfo.InvariantCulture, $$"""
        using Messaging.Codegen;

        namespace Shop;

        public sealed class Event{{number}}Handler(System.TimeProvider clock)
        {
            [Handler("consumer{{number}}", MaxDeliver = 5, Concurrency = 4)]
            public async System.Threading.Tasks.Task HandleAsync(Event{{number}} message, MessageContext context, System.Threading.CancellationToken cancellationToken)
            {
                await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromMilliseconds({{body}}), clock, cancellationToken);
            }
        }
        """);

    /// <summary>The text of a file.</summary>
    public string this[string file] => _files[file];

    /// <summary>Writes the files to a folder.</summary>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, text) in _files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return [.. _files.Keys.Select(file => Path.Combine(folder, file))];
    }

    /// <summary>Parsed anew: nothing is shared with an earlier compilation.</summary>
    public CSharpCompilation Parse() => CSharpCompilation.Create(
        "Shop",
        _files.Select(static file => ParseFile(file.Key, file.Value)),
        References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    public static SyntaxTree ParseFile(string file, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, file);

    /// <summary>A driver of the generator that has not run yet.</summary>
    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create([new MessagingGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    private static string MainText(string attributes) => $$"""
        {{attributes}}

        public static class Program
        {
            public static void Main() { }
        }
        """;

    private static string ContractText(int i, string usings, string attribute, Func<int, string> key) => string.Create(CultureInfo.InvariantCulture, $$"""
        {{usings}}

        namespace Shop;

        {{attribute}}
        public sealed partial record Event{{i}}(
            {{key(0)}}System.Guid Id,
            {{key(1)}}string Customer,
            {{key(2)}}decimal Total,
            {{key(3)}}System.DateTimeOffset At,
            {{key(4)}}State{{i}} State,
            {{key(5)}}System.Collections.Generic.List<Line{{i}}> Lines,
            {{key(6)}}int? Priority,
            {{key(7)}}double[] Samples);

        {{(attribute == "[MemoryPackable]" ? attribute : "")}}
        public sealed partial record Line{{i}}({{key(0)}}string Article, {{key(1)}}int Quantity, {{key(2)}}decimal Price);

        public enum State{{i}}
        {
            Unknown,
            Placed,
            Paid,
        }
        """);

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
