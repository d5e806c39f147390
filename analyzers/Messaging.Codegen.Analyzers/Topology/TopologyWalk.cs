using System.Collections.Concurrent;
using Messaging.Codegen.Analyzers.Usage;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>Collects what a compilation declares. Types arrive in any order and from several threads; the results are in the order of the sources.</summary>
internal sealed class TopologyWalk
{
    private readonly ConcurrentBag<DeclaredContract> _contracts = [];
    private readonly ConcurrentBag<DeclaredHandler> _handlers = [];
    private readonly ConcurrentBag<UpcastModel> _upcasts = [];
    private readonly ConcurrentBag<(string, string)> _published = [];
    private readonly ConcurrentBag<Publication> _publications = [];

    public IReadOnlyList<DeclaredContract> Contracts => [.. InOrder(_contracts, static contract => contract.Location)];

    /// <summary>The upcasters, in no order.</summary>
    public IReadOnlyCollection<UpcastModel> Upcasts => _upcasts;

    /// <summary>Each version and an older one that is published beside it, in no order.</summary>
    public IReadOnlyCollection<(string Newer, string Older)> Published => _published;

    /// <summary>The handlers, with the older versions that they get.</summary>
    public IReadOnlyList<DeclaredHandler> Handlers(UpcastChains chains) =>
        [.. InOrder(_handlers, static handler => handler.Location).Select(handler => handler with { Route = handler.Route with { Older = chains.Of(handler.Route) } })];

    public IReadOnlyList<Publication> Publications => [.. InOrder(_publications, static publication => publication.Location)];

    public void VisitCall(OperationAnalysisContext context)
    {
        if (MessagingCalls.Published((IInvocationOperation)context.Operation) is { } contract && ContractHeaderParser.IdentityOf(contract) is { } identity)
        {
            _publications.Add(new Publication(identity, context.ContainingSymbol.DisplayName(), context.Operation.Syntax.GetLocation()));
        }
    }

    public void Visit(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var silent = new ParseContext(context.Compilation, report: null, context.CancellationToken);
        if (type.Attribute(KnownTypes.MessageAttribute) is { } message
            && ContractHeaderParser.Parse(type, silent) is { } header
            && silent.Locate(message, type) is { } location)
        {
            _contracts.Add(new DeclaredContract(header, type.DisplayName(), location));
            foreach (var pair in VersionWalk.PublishedWith(type, header.Identity))
            {
                _published.Add(pair);
            }
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Has(KnownTypes.UpcastAttribute)))
        {
            if (UpcastParser.Parse(method, silent) is { } upcast)
            {
                _upcasts.Add(upcast);
            }
        }

        var handlers = HandlerParser.HandlersOf(type).ToList();
        if (handlers.Count > 0 && HandlerParser.Parse(type, silent) is { } model)
        {
            foreach (var route in model.Registration.Routes)
            {
                // Overloads may differ in their services only, and then share what is displayed.
                var index = handlers.FindIndex(handler => HandlerSignature.Display(handler.Method) == route.Display);
                var (symbol, attribute) = handlers[index];
                handlers.RemoveAt(index);
                if (silent.Locate(attribute, symbol) is { } place)
                {
                    _handlers.Add(new DeclaredHandler(route, place));
                }
            }
        }
    }

    /// <summary>The streams that the compilation itself declares, without invalid ones.</summary>
    public static IReadOnlyList<KnownStream> Streams(Compilation compilation, CancellationToken cancellationToken)
    {
        var silent = new ParseContext(compilation, report: null, cancellationToken);
        var streams = new List<KnownStream>();
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.StreamAttribute)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
                && StreamParser.Parse(attribute, compilation.Assembly, silent) is { } model)
            {
                streams.Add(KnownStream.Own(model, syntax, compilation.Assembly.Name));
            }
        }

        return [.. InOrder(streams, static stream => stream.Location!)];
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, Location> location) =>
        items.OrderBy(item => location(item).SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(item => location(item).SourceSpan);
}
