using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>Builds the projects of a folder with <c>dotnet build</c>, against what is built of this repository.</summary>
internal static partial class DotnetBuild
{
    private static readonly string Configuration = typeof(DotnetBuild).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The errors and warnings in the form of <see cref="MistakeBuild"/>, sorted.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(Mistake mistake)
    {
        var lines = new List<string>();
        foreach (var project in MistakeProject.ReadAll(mistake.ReadProjects()))
        {
            var output = await RunAsync(Path.Combine(mistake.Folder, project.Path));
            var found = Message().Matches(output);
            Assert.True(found.Count > 0 || output.Contains("0 Error(s)", StringComparison.Ordinal), output);
            lines.AddRange(found.Select(match => Path.GetRelativePath(mistake.Folder, match.Groups[1].Value).Replace('\\', '/') + match.Groups[2].Value));
        }

        return [.. lines.Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<string> RunAsync(string project)
    {
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["build", project, "-c", Configuration, "-nologo", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = build.StandardError.ReadToEndAsync();
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (output + await error).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^\s*(\S+?)(\(\d+,\d+\): (?:error|warning) \w+: .+?)(?: \(https://\S+\.md\))? \[\S+\.csproj\]$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
