namespace Messaging.Codegen.Tests.Handlers;

/// <summary>One consumer with several contracts and filters, and consumers that see a part of a contract.</summary>
internal sealed class RoutedHandlers(Probe probe)
{
    [Handler("shape-shared"), Where(nameof(Asked.Level), nameof(Level.High))]
    public void High(Asked asked) => probe.Note("high", asked);

    [Handler("shape-shared"), Where(nameof(Asked.Level), nameof(Level.Low)), Where(nameof(Asked.Region), "eu", "a.b *>%ü", "")]
    public void LowInPlaces(Asked asked) => probe.Note("low in places", asked);

    [Handler("shape-shared")]
    public void Told(Told told) => probe.Note("told by " + told.By);

    [Handler("shape-filtered", Filter = nameof(IsWanted))]
    public void Filtered(Asked asked) => probe.Note("wanted", asked);

    internal static bool IsWanted(Asked asked) => asked.Region == "wanted";
}
