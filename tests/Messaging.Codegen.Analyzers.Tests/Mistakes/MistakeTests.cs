using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Mistakes;

/// <summary>
/// What newcomers get wrong, each in a source of its own. The markup says which rule must speak up and about which words; the verifier refuses
/// every other diagnostic, above all errors of the compiler in what was emitted and in places that only use the broken type.
/// </summary>
public class MistakeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Mistakes", "Sources");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_mistake_is_reported_where_it_is_and_nowhere_else(string name) =>
        Verify.FileAsync(Path.Combine(Folder, name + ".cs"));
}
