using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>A stream that the compilation or a reference declares.</summary>
internal sealed class KnownStream
{
    private readonly AttributeSyntax? _syntax;

    private KnownStream(string head, IReadOnlyCollection<FactLine> facts, string owner, AttributeSyntax? syntax)
    {
        Name = head.Substring(FactLine.StreamPrefix.Length);
        Settings = new FactSettings(facts);
        Owner = owner;
        Location = syntax?.GetLocation();
        Subjects = [.. Settings.All(StreamFacts.Subject)];
        _syntax = syntax;
    }

    public string Name { get; }

    /// <summary>Its subjects, as they were written.</summary>
    public IReadOnlyList<string> Subjects { get; }

    public FactSettings Settings { get; }

    /// <summary>The assembly that declares it.</summary>
    public string Owner { get; }

    /// <summary>The attribute; null for a stream of a reference.</summary>
    public Location? Location { get; }

    public bool IsOwn => Location is not null;

    public bool IsWorkQueue => Settings[StreamFacts.Retention] == "WorkQueue";

    /// <summary>Where messages wait for their time, when they may: see ScheduleSubject of the runtime.</summary>
    public string? Schedules =>
        Settings[StreamFacts.Allow]?.Split(' ').Contains(StreamFacts.Schedules) == true ? $"schedule.{Name}.>" : null;

    public static KnownStream Own(StreamModel model, AttributeSyntax syntax, string assembly) =>
        new(FactLine.StreamPrefix + model.Name, [.. StreamFacts.Of(model)], assembly, syntax);

    /// <summary>The streams among the fact lines of a reference.</summary>
    public static IEnumerable<KnownStream> Referenced(IEnumerable<FactLine> facts, string assembly) =>
        facts.Where(static fact => fact.Head.StartsWith(FactLine.StreamPrefix, StringComparison.Ordinal))
            .Where(static fact => fact.Kind != StreamFacts.Subject || SubjectFilters.IsValid(fact.Value))
            .GroupBy(static fact => fact.Head, StringComparer.Ordinal)
            .Select(group => new KnownStream(group.Key, [.. group], assembly, syntax: null));

    /// <summary>True when it stores a subject that passes <paramref name="filter"/>.</summary>
    public bool StoresSomeOf(string filter) => Subjects.Any(subject => SubjectFilters.Collides(subject, filter));

    /// <summary>Where one of its subjects is written.</summary>
    public Location? PlaceOf(int subject) =>
        _syntax is not null && StreamSyntax.Subjects(_syntax) is var places && subject < places.Count ? places[subject].GetLocation() : Location;

    /// <summary>Where one of its options is written.</summary>
    public Location? PlaceOf(string option) =>
        _syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option)?.GetLocation() ?? Location;
}
