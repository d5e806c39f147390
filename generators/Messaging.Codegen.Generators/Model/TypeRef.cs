namespace Messaging.Codegen.Generators.Model;

/// <summary>How emitted code names a type.</summary>
/// <param name="Name">
/// <c>global::Shop.OrderPlaced</c> or a keyword such as <c>int</c>, with the nullability of type arguments but without that of the type itself.
/// </param>
/// <param name="IsValueType">True for structs and enums.</param>
/// <param name="IsNullable">True for <c>int?</c>, for <c>string?</c> and for reference types whose code has nullability turned off.</param>
internal sealed record TypeRef(string Name, bool IsValueType, bool IsNullable)
{
    /// <summary>The type as it is declared, with its question mark.</summary>
    public string Declared => IsNullable ? Name + "?" : Name;

    /// <summary>The type that can also hold null.</summary>
    public string Nullable => Name + "?";

    /// <summary>The type of an array of it. The brackets of a new dimension stand before those of an array's own: <c>int[][,]</c> holds arrays of two dimensions.</summary>
    public string ArrayOf
    {
        get
        {
            var end = Declared.Length;
            while (end > 0 && Declared[end - 1] == ']')
            {
                end = Declared.LastIndexOf('[', end - 1);
            }

            return Declared.Insert(end, "[]");
        }
    }

    public TypeRef AsNullable() => IsNullable ? this : this with { IsNullable = true };

    public TypeRef AsNonNullable() => IsNullable ? this with { IsNullable = false } : this;
}
