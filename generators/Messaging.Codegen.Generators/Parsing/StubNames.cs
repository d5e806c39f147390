using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Names the emitted class of a handler class, and the stubs in it, so that nothing collides.</summary>
internal static class StubNames
{
    public const string Create = nameof(Create);
    public const string OptionsSuffix = "Options";
    private const string Suffix = "Consumers";
    private const string NestingMark = "__";

    /// <summary>
    /// <c>BillingHandlerConsumers</c>; <c>Shop__BillingHandlerConsumers</c> for a nested class. A hash is added when that may be somebody else's name.
    /// </summary>
    public static string ConsumersOf(INamedTypeSymbol type)
    {
        var name = type.Name;
        var isAmbiguous = name.Contains(NestingMark);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            isAmbiguous |= outer.Name.Contains(NestingMark);
            name = outer.Name + NestingMark + name;
        }

        name += Suffix;
        return isAmbiguous || type.ContainingNamespace.GetTypeMembers(name).Length > 0
            ? name + "_" + HintName.Hash(type.MetadataName())
            : name;
    }

    /// <summary>
    /// Sorts the methods, so that the order of a partial class's files does not matter, and names their stubs: as the method, with the contract's name
    /// added to overloads, and a number where even that is not enough.
    /// </summary>
    public static IEnumerable<HandlerMethodModel> Assign(IEnumerable<HandlerMethodModel> methods, string consumers)
    {
        var sorted = methods
            .OrderBy(static method => method.Stub.Display, StringComparer.Ordinal)
            .ThenBy(static method => method.Stub.Contract, StringComparer.Ordinal)
            .ThenBy(static method => string.Join(",", method.Stub.Arguments.Select(static argument => argument.ToString())), StringComparer.Ordinal)
            .ToArray();
        var counts = sorted.GroupBy(static method => method.Stub.StubName).ToDictionary(static group => group.Key, static group => group.Count());
        var taken = new HashSet<string>(StringComparer.Ordinal) { Create, consumers };
        foreach (var (stub, route) in sorted)
        {
            var wanted = counts[stub.StubName] == 1 ? stub.StubName : stub.StubName + "_" + SimpleName(stub.Contract);
            var name = Take(wanted, taken);
            yield return new HandlerMethodModel(stub with { StubName = name }, route with { StubName = name });
        }
    }

    private static string Take(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var i = 2; taken.Contains(name) || taken.Contains(name + OptionsSuffix); i++)
        {
            name = wanted + "_" + Identifiers.Literal(i);
        }

        taken.Add(name);
        taken.Add(name + OptionsSuffix);
        return Identifiers.Escape(name);
    }

    private static string SimpleName(string contract) => contract.Substring(contract.LastIndexOfAny(['.', ':']) + 1).TrimStart('@');
}
