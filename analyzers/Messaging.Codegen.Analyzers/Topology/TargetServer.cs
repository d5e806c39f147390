using System.Globalization;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>The oldest nats-server that the application will meet, from the MSBuild property <c>TargetServerVersion</c>.</summary>
internal static class TargetServer
{
    private const string Name = "TargetServerVersion";

    /// <summary>What the package asks for when the project says nothing, or something that is no version.</summary>
    private static readonly Version Default = new(2, 12);

    /// <summary>The version.</summary>
    public static Version Of(AnalyzerOptions options) => TryParse(Text(options), out var version) ? version : Default;

    /// <summary>MSG901: a property that is no version. The rules go by the default then.</summary>
    public static Diagnostic? Check(AnalyzerOptions options) =>
        Text(options) is { } text && !TryParse(text, out _)
            ? Diagnostic.Create(
                Rules.InvalidBuildProperty, Location.None, Name, text, $"the version of a nats-server, such as {Default} or 2.10.14; {Default} is assumed")
            : null;

    private static string? Text(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + Name, out var value) && value.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary><c>2.10</c>, <c>2.10.14</c>, <c>2.12.0-RC.1</c>, each with a <c>v</c> before it or not.</summary>
    private static bool TryParse(string? text, out Version version)
    {
        version = Default;
        var numbers = text is null ? [] : (text.StartsWith("v", StringComparison.Ordinal) ? text.Substring(1) : text).Split('-')[0].Split('.');
        if (numbers.Length is not (2 or 3))
        {
            return false;
        }

        var parts = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                return false;
            }
        }

        version = parts.Length == 2 ? new Version(parts[0], parts[1]) : new Version(parts[0], parts[1], parts[2]);
        return true;
    }
}
