using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the method that <c>[Handler(Filter = …)]</c> names.</summary>
internal static class ContentFilterParser
{
    /// <summary>The filter as code writes it; null when the attribute names none, or, with MSG301, one that cannot be called.</summary>
    public static string? Parse(AttributeData attribute, IMethodSymbol method, ContractHeader contract, ParseContext context)
    {
        if (attribute.Named("Filter") is not string name)
        {
            return null;
        }

        var candidates = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().ToArray();
        var filter = Array.Find(candidates, candidate => Fits(candidate, BatchParser.MessageOf(method)));
        var message = contract.Type.Name.Replace("global::", "");
        var error = (filter, contract.Reply) switch
        {
            (_, not null) => "it handles a request, which must be answered; a Filter cannot leave it out",
            (null, _) => $"its Filter '{name}' must be a method 'static bool {name}({message} message)' of the same class",
            ({ IsStatic: false }, _) => $"its Filter '{name}' must be static",
            _ when !Reachability.IsReachable(filter, context.Compilation) =>
                $"its Filter '{name}' is {Reachability.ExplainMember(filter)}",
            _ => null,
        };
        if (error is not null)
        {
            var location = new AttributeOptions(attribute, method, context).LocationOf("Filter");
            context.Error(Rules.HandlerSignature, location, HandlerSignature.Display(method), error);
            return null;
        }

        return method.ContainingType.ToTypeRef().Name + "." + Identifiers.Escape(name);
    }

    private static bool Fits(IMethodSymbol candidate, ITypeSymbol message) =>
        candidate is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, IsAbstract: false, ReturnType.SpecialType: SpecialType.System_Boolean }
            && candidate.Parameters is [{ RefKind: RefKind.None } parameter]
            && SymbolEqualityComparer.Default.Equals(parameter.Type, message);
}
