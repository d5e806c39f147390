using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Narrows the filter of a handler's contract by its <c>[Where]</c> attributes.</summary>
internal static class WhereParser
{
    /// <summary>Long lists of literal filters cost the server most of its speed; a content filter is better long before this.</summary>
    private const int MaxFilters = 64;

    /// <summary>What is left of the subjects that lead to <paramref name="method"/>. What is wrong is MSG210.</summary>
    public static EquatableArray<Narrowing> Parse(IMethodSymbol method, ContractHeader contract, ParseContext context)
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.WhereAttribute)
                && attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Error } member, { Kind: TypedConstantKind.Array } values]
                && Narrow(method, contract, member.Value as string ?? "", values, allowed) is { } error)
            {
                context.Error(
                    Rules.WhereWithoutToken, context.Locate(attribute, method),
                    HandlerSignature.Display(method), contract.Subject.Text, error);
            }
        }

        return allowed
            .Select(static pair => new Narrowing(pair.Key, pair.Value.ToEquatableArray()))
            .OrderBy(static narrowing => narrowing.Member, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Adds one attribute to what is <paramref name="allowed"/>; the result says what is wrong with it.</summary>
    private static string? Narrow(IMethodSymbol method, ContractHeader contract, string member, TypedConstant values, Dictionary<string, string[]> allowed)
    {
        if (!contract.Subject.HasPlaceholder(member))
        {
            return contract.Subject.IsConstant
                ? "it has no placeholder; use a content filter, [Handler(Filter = …)]"
                : $"it has no placeholder '{{{member}}}': add it to the subject, or filter by content, [Handler(Filter = …)]";
        }

        if (values.IsNull || values.Values.Length == 0)
        {
            return $"no value is given for '{member}'";
        }

        var type = MemberType(BatchParser.MessageOf(method), member);
        var tokens = new List<string>();
        foreach (var value in values.Values)
        {
            var (token, error) = value.Value is string text ? TokenText.Of(type, text) : (null, $"a value for '{member}' is null");
            if (token is null)
            {
                return error;
            }

            tokens.Add(token);
        }

        allowed[member] = [.. tokens.Where(token => !allowed.TryGetValue(member, out var before) || before.Contains(token)).Distinct()];
        return allowed[member].Length == 0 ? $"no value of '{member}' satisfies all of them"
            : allowed.Values.Aggregate(1L, static (product, tokens) => Math.Min(product * tokens.Length, int.MaxValue)) > MaxFilters
                ? $"it makes more than {Identifiers.Literal(MaxFilters)} filters; use a content filter, [Handler(Filter = …)]"
            : null;
    }

    private static ITypeSymbol? MemberType(ITypeSymbol contract, string member)
    {
        for (var type = contract; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(member))
            {
                if (candidate is IPropertySymbol property)
                {
                    return property.Type;
                }

                if (candidate is IFieldSymbol field)
                {
                    return field.Type;
                }
            }
        }

        return null;
    }
}
