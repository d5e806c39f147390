using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Types that can never be part of a message, whatever is written on them.</summary>
internal static class UnsupportedTypes
{
    /// <summary>Why <paramref name="type"/> cannot be part of a message, or null when it may be.</summary>
    public static string? Explain(ITypeSymbol type)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Dynamic:
                return "its type is only known at run time: use a union or a type with keyed members";
            case TypeKind.Delegate:
                return "a delegate is code";
            case TypeKind.Pointer or TypeKind.FunctionPointer:
                return "an address means nothing to another process";
            case TypeKind.TypeParameter:
                return "the type must be closed";
        }

        if (type.IsRefLikeType)
        {
            return "a ref struct cannot be kept in an object";
        }

        if (type is not INamedTypeSymbol named)
        {
            return "this kind of type is not supported";
        }

        return named.SpecialType switch
        {
            SpecialType.System_Object => "readers would have to construct whatever type the payload asks for: use a union or a type with keyed members",
            SpecialType.System_IntPtr or SpecialType.System_UIntPtr => "its size differs between machines: use long",
            SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_Array or SpecialType.System_Delegate
                or SpecialType.System_MulticastDelegate => "its concrete type is not known",
            _ => ExplainFramework(named),
        };
    }

    private static string? ExplainFramework(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            switch (current.MetadataName())
            {
                case "System.Type" or "System.Globalization.CultureInfo":
                    return "it belongs to this process: use its name as a string";
                case "System.IO.Stream":
                    return "it belongs to this process: use the bytes themselves, for example byte[]";
                case "System.Threading.Tasks.Task" or "System.Exception":
                    return "it belongs to this process";
            }
        }

        return type.MetadataName() switch
        {
            KnownTypes.CancellationToken or KnownTypes.ValueTask or "System.Threading.Tasks.ValueTask`1" => "it belongs to this process",
            "System.Collections.IEnumerable" or "System.Collections.IList" or "System.Collections.ICollection" or "System.Collections.IDictionary"
                or "System.Collections.ArrayList" or "System.Collections.Hashtable" or "System.Collections.Queue" or "System.Collections.Stack"
                or "System.Collections.SortedList" => "its elements have no type: use a generic collection",
            "System.Dynamic.ExpandoObject" => "its members have no types: use a dictionary of strings, or a type with keyed members",
            "System.Lazy`1" => "a value that is still to be made cannot be sent: use the value's own type",
            "MessagePack.Nil" => "it holds nothing: leave the member out",
            _ => null,
        };
    }
}
