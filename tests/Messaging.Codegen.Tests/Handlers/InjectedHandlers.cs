using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Handlers;

/// <summary>Services of a constructor.</summary>
internal sealed class InjectedHandlers(
    Probe probe,
    [FromKeyedServices("eu")] Probe keyed,
    Visit visit,
    IServiceProvider services,
    IEnumerable<Probe> all,
    INowhere? nowhere = null,
    [FromKeyedServices("nowhere")] Probe? keyedNowhere = null,
    int retries = 7) : IDisposable
{
    [Handler("shape-constructor")]
    public void Handle(Asked asked, MessageContext context)
    {
        var isSameScope = ReferenceEquals(services.GetRequiredService<Visit>(), visit)
            && ReferenceEquals(context.Services.GetRequiredService<Visit>(), visit);
        probe.Note($"{keyed.Name} {nowhere is null} {keyedNowhere is null} {retries} {all.Count()} {isSameScope}");
    }

    [Handler("shape-scope")]
    public void Handle(Asked asked, Visit ofMethod) => probe.Note(ReferenceEquals(visit, ofMethod) ? $"visited {visit.Number}" : "another visit");

    public void Dispose() => probe.Note("disposed");
}

/// <summary>The container would not know which constructor to take.</summary>
internal sealed class ChosenConstructorHandler
{
    private readonly Probe _probe;

    public ChosenConstructorHandler() => throw new InvalidOperationException("This constructor is not marked.");

    [ActivatorUtilitiesConstructor]
    public ChosenConstructorHandler(Probe probe) => _probe = probe;

    [Handler("shape-chosen")]
    public void Handle(Asked asked) => _probe.Note("chosen", asked);
}

/// <summary>Methods without an instance, in two parts, with services of their own.</summary>
internal static partial class StaticHandlers
{
    [Handler("shape-static")]
    public static Told Handle(Asked asked) => new("static");
}

internal static partial class StaticHandlers
{
    [Handler("shape-static-services")]
    public static void Handle(
        Asked asked,
        CancellationToken cancellationToken,
        Probe probe,
        MessageContext context,
        [FromKeyedServices("eu")] Probe keyed,
        IServiceProvider services,
        INowhere? nowhere = null,
        string text = "default") =>
        probe.Note($"{keyed.Name} {nowhere is null} {text} {cancellationToken.CanBeCanceled} {context.Consumer} {ReferenceEquals(services, context.Services)}");

    internal sealed record Nested(Probe Probe)
    {
        [Handler("shape-nested")]
        public void Handle(Asked asked) => Probe.Note("nested", asked);
    }
}
