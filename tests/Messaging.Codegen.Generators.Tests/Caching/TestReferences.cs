using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What a project that uses the package is compiled against.</summary>
internal static class TestReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(MessageAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(MessagePack.KeyAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(IServiceCollection).Assembly.Location),
    ];
}
