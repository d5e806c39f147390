using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

internal static class WhereParser
{
    public static EquatableArray<string> Parse(IMethodSymbol method, ContractHeader contract, ParseContext context) =>
        new([contract.Subject.Filter]);
}
