using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What a project that uses the package is compiled against.</summary>
internal static class TestReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Net100.References.All,
        Of(typeof(MessageAttribute)),
        Of(typeof(MessagePack.KeyAttribute)),
        Of(typeof(IServiceCollection)),
        Of(typeof(ServiceProvider)),
        Of(typeof(IHostedService)),
        Of(typeof(IHealthCheck)),
        Of(typeof(HealthCheckService)),
    ];

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
