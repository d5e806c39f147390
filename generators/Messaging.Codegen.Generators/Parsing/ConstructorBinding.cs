using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The constructor that a type is read with.</summary>
/// <param name="Constructor">The constructor.</param>
/// <param name="Arguments">The members that are passed, in the order of the parameters.</param>
/// <param name="IsReachable">False for a constructor that is private to a partial type, and called by an accessor.</param>
internal sealed record ConstructorBinding(IMethodSymbol Constructor, IReadOnlyList<KeyedMember> Arguments, bool IsReachable)
{
    /// <summary>True when <c>required</c> members need no initializer.</summary>
    public bool SetsRequiredMembers => Constructor.Has(KnownTypes.SetsRequiredMembersAttribute);

    /// <summary>The parameter that <paramref name="member"/> is passed to, or null.</summary>
    public IParameterSymbol? ParameterOf(KeyedMember member)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (Arguments[i] == member)
            {
                return Constructor.Parameters[i];
            }
        }

        return null;
    }

    /// <summary>
    /// Chooses the constructor: the marked one; else the positional record's own; else the parameterless one when it leaves nothing to be set;
    /// else the one with the most parameters that are all members. Null, with MSG008, when there is none or more than one.
    /// </summary>
    public static ConstructorBinding? Choose(INamedTypeSymbol type, List<KeyedMember> members, ISymbol within, ValueSite site, ParseContext context)
    {
        var location = context.Locate(type) ?? site.Location;
        var all = type.InstanceConstructors
            .Where(constructor => !IsCopyConstructor(constructor)
                && (IsReachableIn(constructor) || AccessorParser.CanReachInto(type, context))
                && !Reachability.IsForbidden(constructor))
            .ToList();
        var candidates = all.FindAll(IsReachableIn);
        var marked = all.FindAll(static constructor => constructor.Has(KnownTypes.SerializationConstructorAttribute));
        if (marked.Count > 0)
        {
            return marked.Count == 1
                ? BindOrReport(marked[0], members, IsReachableIn(marked[0]), location, context)
                : Report(type, "more than one constructor has [SerializationConstructor]", location, context);
        }

        // Private constructors only where nothing else will do.
        var bindings = BindAll(candidates, isReachable: true);
        if (bindings.Count == 0 && all.Count > candidates.Count)
        {
            candidates = all.FindAll(candidate => !IsReachableIn(candidate));
            bindings = BindAll(candidates, isReachable: false);
        }

        if (candidates.Count == 0)
        {
            return Report(type, "it has no constructor that emitted code can call", location, context);
        }

        if (bindings.Count == 0)
        {
            return BindOrReport(candidates.Find(IsPrimary) ?? candidates.OrderByDescending(static candidate => candidate.Parameters.Length).First(), members, isReachable: true, location, context);
        }

        if (bindings.Find(binding => type.IsRecord && IsPrimary(binding.Constructor)) is { } primary)
        {
            return primary;
        }

        var unsettable = members.FindAll(member => !member.IsSettable(within, type, context.Compilation));
        var covering = bindings.FindAll(binding => unsettable.All(binding.Arguments.Contains));
        return PickLargest(covering.Count > 0 ? covering : bindings, unsettable.Count == 0, type, location, context);

        bool IsReachableIn(IMethodSymbol constructor) => context.Compilation.IsSymbolAccessibleWithin(constructor, within);

        List<ConstructorBinding> BindAll(List<IMethodSymbol> constructors, bool isReachable) =>
            [.. constructors.Select(candidate => Bind(candidate, members, isReachable, context.Compilation)).OfType<ConstructorBinding>()];
    }

    private static ConstructorBinding? PickLargest(
        List<ConstructorBinding> bindings,
        bool preferParameterless,
        INamedTypeSymbol type,
        Location? location,
        ParseContext context)
    {
        if (preferParameterless && bindings.Find(static binding => binding.Arguments.Count == 0) is { } parameterless)
        {
            return parameterless;
        }

        var most = bindings.Max(static binding => binding.Arguments.Count);
        var largest = bindings.FindAll(binding => binding.Arguments.Count == most);
        return largest.Count == 1
            ? largest[0]
            : Report(type, "several constructors fit, mark one with [SerializationConstructor]", location, context);
    }

    private static ConstructorBinding? BindOrReport(IMethodSymbol constructor, List<KeyedMember> members, bool isReachable, Location? location, ParseContext context)
    {
        if (Bind(constructor, members, isReachable, context.Compilation) is { } binding)
        {
            return binding;
        }

        var unbound = constructor.Parameters.Where(parameter => FindMember(parameter, members, context.Compilation) is null).ToList();
        if (unbound.TrueForAll(parameter => KeyedMembers.LacksKey(constructor.ContainingType, parameter.Name)))
        {
            // Members that have no key yet have been reported, and fit once they have one.
            context.Invalidate();
            return null;
        }

        var parameter = unbound.Find(parameter => !KeyedMembers.LacksKey(constructor.ContainingType, parameter.Name));
        return Report(
            constructor.ContainingType,
            $"the parameter '{parameter.Name}' of its constructor has no keyed member of the same name and a fitting type: "
            + "add one, remove the parameter, or mark another constructor with [SerializationConstructor]",
            context.Locate(constructor) ?? location,
            context);
    }

    private static ConstructorBinding? Bind(IMethodSymbol constructor, List<KeyedMember> members, bool isReachable, Compilation compilation)
    {
        var arguments = new List<KeyedMember>();
        foreach (var parameter in constructor.Parameters)
        {
            if (FindMember(parameter, members, compilation) is not { } member)
            {
                return null;
            }

            arguments.Add(member);
        }

        return new ConstructorBinding(constructor, arguments, isReachable);
    }

    private static KeyedMember? FindMember(IParameterSymbol parameter, List<KeyedMember> members, Compilation compilation) =>
        parameter.RefKind is RefKind.None or RefKind.In
            ? members.Find(member => member.Name == parameter.Name && Fits(member, parameter, compilation))
                ?? members.Find(member => string.Equals(member.Name.TrimStart('_'), parameter.Name, StringComparison.OrdinalIgnoreCase)
                    && Fits(member, parameter, compilation))
            : null;

    private static bool Fits(KeyedMember member, IParameterSymbol parameter, Compilation compilation) =>
        compilation.ClassifyCommonConversion(member.Type, parameter.Type) is { Exists: true, IsImplicit: true, IsUserDefined: false };

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
            && constructor.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null };

    private static ConstructorBinding? Report(INamedTypeSymbol type, string reason, Location? location, ParseContext context)
    {
        // What is wrong with members explains most of what is wrong with constructors.
        if (!context.HasErrors)
        {
            context.Error(Rules.NoConstructor, location, type.DisplayName(), reason);
        }

        return null;
    }
}
