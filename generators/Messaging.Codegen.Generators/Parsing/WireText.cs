using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Types in the grammar of facts.</summary>
internal static class WireText
{
    /// <summary>The type with <c>?</c> where it may be nil.</summary>
    public static string Of(ValueModel value) => value.Type.IsNullable ? WireType.NullableOf(value.Wire) : value.Wire;
}
