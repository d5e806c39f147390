using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Scalars in C#.</summary>
internal static class Scalars
{
    /// <summary>The keyword of an integer type.</summary>
    public static string Keyword(ScalarKind kind) => kind switch
    {
        ScalarKind.SByte => "sbyte",
        ScalarKind.Byte => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no integer."),
    };
}
