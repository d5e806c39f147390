using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>What is known of the ways between versions, here and in the references.</summary>
/// <param name="Upcasts">The upcasters that can be called.</param>
/// <param name="Hidden">The facts of upcasters that a reference keeps to itself.</param>
/// <param name="Published">Each version and an older one that is published beside it.</param>
internal sealed record VersionWalk(
    IReadOnlyCollection<UpcastModel> Upcasts, IReadOnlyCollection<FactLine> Hidden, IReadOnlyCollection<(string Newer, string Older)> Published)
{
    public UpcastChains Chains { get; } = new(Upcasts);

    public static VersionWalk Of(TopologyWalk walk, Compilation compilation, CancellationToken cancellationToken)
    {
        var referenced = ReferenceParser.Upcasts(compilation, cancellationToken);
        var callable = new HashSet<string>(referenced.Select(static upcast => upcast.ToFact().ToString()), StringComparer.Ordinal);
        var assemblies = ReferenceParser.Candidates(compilation).ToList();
        return new VersionWalk(
            [.. walk.Upcasts.Concat(referenced).OrderBy(static upcast => upcast.MetadataName, StringComparer.Ordinal)],
            [.. assemblies.SelectMany(static assembly => ReferenceParser.Facts(assembly, FactKinds.Upcast)).Where(fact => !callable.Contains(fact.ToString()))],
            [
                .. walk.Published,
                .. assemblies.SelectMany(static assembly => ReferenceParser.Facts(assembly, FactKinds.AlsoPublish)).Select(static fact => (fact.Head, fact.Value)),
            ]);
    }

    /// <summary>The older versions that are published with a contract.</summary>
    public static IEnumerable<(string Newer, string Older)> PublishedWith(INamedTypeSymbol type, string identity) =>
        type.GetAttributes()
            .Where(static attribute => attribute.AttributeClass.Is(KnownTypes.AlsoPublishAttribute))
            .Select(static attribute => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol older }] ? ContractHeaderParser.IdentityOf(older) : null)
            .OfType<string>()
            .Select(older => (identity, older));
}
