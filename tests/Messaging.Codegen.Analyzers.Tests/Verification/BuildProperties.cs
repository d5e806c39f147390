using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>MSBuild properties as the compiler hands them to analyzers.</summary>
internal sealed partial class BuildProperties(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    /// <summary>Takes them out of an example: <c>// TargetServerVersion: 2.10</c>.</summary>
    public static BuildProperties Take(string example) => new(
        Property().Matches(example).ToImmutableDictionary(static match => "build_property." + match.Groups[1].Value, static match => match.Groups[2].Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(ImmutableDictionary<string, string>.Empty);

    [GeneratedRegex("^// (TargetServerVersion|MessagingComposition): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Property();

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
