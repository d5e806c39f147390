using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Messaging.Codegen.CompilerBenchmarks;

/// <summary>A build in a process of its own: the compiler of the SDK, without a server that would be warm.</summary>
internal sealed partial class ColdBuild
{
    private readonly string _arguments;

    /// <param name="name">For the table.</param>
    /// <param name="project">What is built.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="components">The assemblies with generators and analyzers.</param>
    public ColdBuild(string name, SyntheticProject project, string folder, params IEnumerable<string> components)
    {
        Name = name;
        var files = project.WriteTo(folder);
        _arguments = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{components.Count()}.rsp"));
        File.WriteAllLines(_arguments,
        [
            "-nologo", "-nostdlib", "-nowarn:CS1701,CS1702", "-define:NET7_0_OR_GREATER,NET8_0_OR_GREATER", "-target:exe", "-optimize", "-nullable:enable", "-langversion:14", "-deterministic", "-warnaserror", "-reportanalyzer",
            $"-out:\"{Path.Combine(folder, "Shop.dll")}\"",
            .. References().Select(static path => $"-reference:\"{path}\""),
            .. components.Select(static path => $"-analyzer:\"{path}\""),
            .. files.Select(static path => $"\"{path}\""),
        ]);
    }

    public string Name { get; }

    /// <summary>Builds once.</summary>
    /// <exception cref="InvalidOperationException">It does not compile; the message is the compiler's output.</exception>
    public async Task<BuildTime> MeasureAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var compiler = Process.Start(new ProcessStartInfo("dotnet", ["exec", Components.Compiler, "-noconfig", $"@{_arguments}"]) { RedirectStandardOutput = true })!;
        var output = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        if (compiler.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Name}: {output}");
        }

        return new BuildTime(Stopwatch.GetElapsedTime(start), Seconds(GeneratorTime().Match(output)), Seconds(AnalyzerTime().Match(output)));
    }

    // What this process runs on, and what it was built with.
    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && Path.GetFileName(path) is not "Messaging.Codegen.CompilerBenchmarks.dll");

    private static TimeSpan Seconds(Match match) =>
        match.Success ? TimeSpan.FromSeconds(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) : TimeSpan.Zero;

    [GeneratedRegex(@"Total generator execution time: ([0-9.]+) seconds")]
    private static partial Regex GeneratorTime();

    [GeneratedRegex(@"Total analyzer execution time: ([0-9.]+) seconds")]
    private static partial Regex AnalyzerTime();
}

/// <summary>What a build took.</summary>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Generators">By the compiler's own account.</param>
/// <param name="Analyzers">By the compiler's own account, of all processors.</param>
internal sealed record BuildTime(TimeSpan Elapsed, TimeSpan Generators, TimeSpan Analyzers);
