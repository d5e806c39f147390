using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Chooses the constructor of a handler, as the container would, but at compile time.</summary>
internal static class ConstructorParser
{
    /// <summary>The constructor of <paramref name="type"/>; null, and MSG304, when there is none to call.</summary>
    public static ConstructorModel? Parse(INamedTypeSymbol type, ParseContext context)
    {
        if (FindClassError(type) is { } error)
        {
            context.Error(Rules.HandlerConstruction, context.Locate(type), type.DisplayName(), error);
            return null;
        }

        return Choose(type, context) is { } constructor ? Parse(constructor, context) : null;
    }

    private static string? FindClassError(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "only classes are created by the container; make the handler static or the type a class",
        { IsAbstract: true, IsStatic: false } => "it is abstract; declare [Handler] on the methods of the classes that derive from it",
        _ => null,
    };

    private static IMethodSymbol? Choose(INamedTypeSymbol type, ParseContext context)
    {
        // Roslyn lists a record's copy constructor among the others.
        var all = type.InstanceConstructors
            .Where(constructor => !(constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1))
            .ToArray();
        var marked = all.Where(static constructor => constructor.Has(KnownTypes.ActivatorUtilitiesConstructorAttribute)).ToArray();
        var reachable = (marked.Length > 0 ? marked : all).Where(constructor => Reachability.IsReachable(constructor, context.Compilation)).ToArray();
        var isPublic = reachable.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        var candidates = isPublic.Length > 0 ? isPublic : reachable;
        var error = candidates.Length switch
        {
            0 => all.Length == 1 ? "its constructor is " + Reachability.ExplainMember(all[0]) : "it has no constructor that emitted code can call",
            1 => null,
            _ => "it has several constructors; mark one with [ActivatorUtilitiesConstructor]",
        };
        if (error is not null)
        {
            context.Error(Rules.HandlerConstruction, context.Locate(type), type.DisplayName(), error);
            return null;
        }

        if (FindRequiredMember(type) is { } required && !candidates[0].Has(KnownTypes.SetsRequiredMembersAttribute))
        {
            context.Error(
                Rules.HandlerConstruction, context.Locate(required) ?? context.Locate(type), type.DisplayName(),
                $"the container does not set the required member '{required.Name}'; take it as a constructor parameter");
            return null;
        }

        return candidates[0];
    }

    private static ConstructorModel? Parse(IMethodSymbol constructor, ParseContext context)
    {
        var arguments = new List<ArgumentModel>();
        var owner = constructor.ContainingType.DisplayName();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.Type.Is(KnownTypes.MessageContext) || parameter.Type.Is(KnownTypes.CancellationToken))
            {
                context.Error(
                    Rules.HandlerConstruction, context.Locate(parameter), owner,
                    $"'{parameter.Type.Name}' belongs to a delivery; take it as a parameter of the handler method");
            }
            else if (ServiceParser.Parse(parameter, owner, Rules.HandlerConstruction, context) is { } argument)
            {
                arguments.Add(argument);
            }
        }

        return arguments.Count == constructor.Parameters.Length ? new ConstructorModel(arguments.ToEquatableArray()) : null;
    }

    private static ISymbol? FindRequiredMember(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return member;
                }
            }
        }

        return null;
    }
}
