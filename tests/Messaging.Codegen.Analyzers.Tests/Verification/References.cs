using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>What the tests' sources are compiled against: .NET 10 and the real runtime library with all that it exposes.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Net100.References.All,
        Of(typeof(MessageAttribute)),
        Of(typeof(MessagePack.KeyAttribute)),
        Of(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection)),
        Of(typeof(Microsoft.Extensions.Hosting.IHostedService)),
        Of(typeof(Microsoft.Extensions.Logging.ILogger)),
        Of(typeof(Microsoft.Extensions.Options.IOptions<>)),
        Of(typeof(Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck)),
        Of(typeof(Microsoft.Extensions.DependencyInjection.IHealthChecksBuilder)),
        Of(typeof(NATS.Client.Core.INatsSerialize<>)),
        Of(typeof(NATS.Client.Core.INatsConnection)),
        Of(typeof(NATS.Client.JetStream.INatsJSContext)),
    ];

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
