namespace Messaging.Codegen.Generators.Model;

/// <summary>
/// A way to what emitted code cannot name: an <c>init</c> setter after the construction, so that an absent member can keep its initializer's value,
/// and whatever is private in a partial type.
/// </summary>
/// <param name="Kind">What is reached.</param>
/// <param name="Method">The accessor's name, unique in the file together with its parameters.</param>
/// <param name="DeclaringType">The type that declares it; by its type parameters when it is generic.</param>
/// <param name="ValueType">The member's type, in terms of the same type parameters; of a constructor its parameters with their names.</param>
/// <param name="Target">The metadata name; empty for a constructor.</param>
/// <param name="IsStruct">True when the object is passed by reference.</param>
/// <param name="Generic">What the accessor's class needs to be generic, or null.</param>
internal sealed record AccessorModel(
    AccessorKind Kind,
    string Method,
    string DeclaringType,
    string ValueType,
    string Target,
    bool IsStruct,
    GenericAccessor? Generic);

/// <summary>What an accessor reaches.</summary>
internal enum AccessorKind
{
    Setter,

    Getter,

    /// <summary>A field, by reference.</summary>
    Field,

    Constructor,
}

/// <summary>The type parameters of an accessor to a generic type; they have to be those of the type itself.</summary>
/// <param name="Class">The class's name, unique in the file.</param>
/// <param name="Parameters"><c>&lt;T, U&gt;</c>.</param>
/// <param name="Arguments"><c>&lt;int, string&gt;</c>.</param>
/// <param name="Constraints">One <c>where</c> clause each.</param>
internal sealed record GenericAccessor(string Class, string Parameters, string Arguments, EquatableArray<string> Constraints);
