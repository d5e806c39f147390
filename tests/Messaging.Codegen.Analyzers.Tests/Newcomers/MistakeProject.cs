using System.Collections.Immutable;
using System.Xml.Linq;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>What MSBuild would make of a project file, as far as those of newcomers go: properties without conditions and references to other projects.</summary>
internal sealed class MistakeProject
{
    private readonly XElement _project;
    private readonly string _folder;

    private MistakeProject(string path, IReadOnlyDictionary<string, string> files)
    {
        Path = path;
        _project = XElement.Parse(files[path]);
        _folder = path[..(path.LastIndexOf('/') + 1)];
        Sources =
        [
            .. files.Where(IsSource).OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => (file.Key, file.Value)),
            ("obj/GlobalUsings.g.cs", Verify.ImplicitUsings),
        ];
        AdditionalFiles = [.. files.Where(IsBaseline).Select(static file => BaselineTexts.File(file.Key, file.Value))];
    }

    /// <summary>The project file.</summary>
    public string Path { get; }

    /// <summary>The assembly.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether it makes a program.</summary>
    public bool IsApplication => Property("OutputType") == "Exe";

    /// <summary>Whether the generator and the analyzers are there; see <c>tests/mistakes/Directory.Build.props</c>.</summary>
    public bool ReferencesPackage => Property("ReferencesPackage") != "false";

    /// <summary>The files to compile.</summary>
    public IReadOnlyList<(string Path, string Text)> Sources { get; }

    /// <summary>The baseline.</summary>
    public IReadOnlyList<AdditionalText> AdditionalFiles { get; }

    /// <summary>The project files of the projects that it references.</summary>
    public IEnumerable<string> References =>
        _project.Descendants("ProjectReference").Select(reference => Resolve(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>What the package's props and targets show to the compiler.</summary>
    public BuildProperties Properties
    {
        get
        {
            var properties = new[] { "MessagingComposition", "TargetServerVersion", "MessagingContractBaseline", "ContinuousIntegrationBuild" }
                .Where(name => Property(name).Length > 0)
                .ToImmutableDictionary(static name => "build_property." + name, Property)
                .Add("build_property.RootNamespace", Property("RootNamespace") is { Length: > 0 } name ? name : Name);
            return new BuildProperties(
                IsApplication || Property("MessagingContractBaseline").Length > 0
                    ? properties
                    : properties.Add("build_property.MessagingContractBaseline", "true"));
        }
    }

    /// <summary>The projects among files, each after those that it references.</summary>
    public static IReadOnlyList<MistakeProject> ReadAll(IReadOnlyDictionary<string, string> files)
    {
        var waiting = files.Keys.Where(static path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new MistakeProject(path, files))
            .ToList();
        var ordered = new List<MistakeProject>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(project => project.References.All(reference => ordered.Any(done => done.Path == reference)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private string Property(string name) => _project.Descendants(name).FirstOrDefault()?.Value ?? "";

    private bool IsSource(KeyValuePair<string, string> file) => IsInside(file.Key) && file.Key.EndsWith(".cs", StringComparison.Ordinal);

    private bool IsBaseline(KeyValuePair<string, string> file) => file.Key == _folder + "Contracts.Shipped.txt" || file.Key == _folder + "Contracts.Unshipped.txt";

    private bool IsInside(string file) => file.StartsWith(_folder, StringComparison.Ordinal);

    private string Resolve(string reference)
    {
        var root = System.IO.Path.GetFullPath("/");
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(root, _folder, reference))[root.Length..].Replace('\\', '/');
    }
}
