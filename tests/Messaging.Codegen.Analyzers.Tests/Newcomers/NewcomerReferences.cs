using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>What the projects of newcomers reference besides <see cref="References"/>; see <c>tests/mistakes/Directory.Build.targets</c>.</summary>
internal static class NewcomerReferences
{
    private static readonly HashSet<string> Known = [.. References.All.Select(static reference => Path.GetFileNameWithoutExtension(reference.Display)!)];

    /// <summary>The libraries beside the tests that one of the names begins.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static file => Path.GetFileNameWithoutExtension(file) is { } name && IsReferenced(name) && !Known.Contains(name))
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    private static bool IsReferenced(string name) =>
        name is "Messaging.Codegen.Nats" or "Messaging.Codegen.Postgres" or "Npgsql"
        || name.StartsWith("NATS.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
