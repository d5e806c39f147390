using Messaging.Codegen.Generators.Emit;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Gives out names for locals and parameters, each once.</summary>
/// <param name="reserved">Names that are taken.</param>
internal sealed class LocalNames(params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>A free name for a member, escaped: <c>orderId</c> for <c>OrderId</c>.</summary>
    public string Of(string member)
    {
        var name = Identifiers.CamelCase(member);
        while (!_taken.Add(name))
        {
            name += "Value";
        }

        return Identifiers.Escape(name);
    }
}
