namespace Messaging.Codegen.Generators.Model;

/// <summary>How the subject of a contract is made and taken apart.</summary>
internal sealed record SubjectModel
{
    public required SubjectTemplate Template { get; init; }

    /// <summary>The members that fill the placeholders, in the order of the template.</summary>
    public required EquatableArray<ScalarMember> Tokens { get; init; }

    /// <summary><c>public</c> or <c>internal</c>: what the emitted class may be.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The enums among them.</summary>
    public required EquatableArray<TokenEnum> Enums { get; init; }
}

/// <summary>A member whose value becomes text.</summary>
/// <param name="Name">The member, not escaped.</param>
/// <param name="Parameter">An escaped name for a parameter.</param>
/// <param name="Type">The declared type.</param>
/// <param name="Scalar">The scalar, or what the enum is based on.</param>
/// <param name="Enum">The name of the <see cref="TokenEnum"/>, or null.</param>
internal sealed record ScalarMember(string Name, string Parameter, TypeRef Type, ScalarKind Scalar, string? Enum);

/// <summary>An enum that is a token: by name where a number has one.</summary>
/// <param name="Name">What the methods are named for.</param>
/// <param name="Type">The enum.</param>
/// <param name="Underlying">The type that it is based on.</param>
/// <param name="Values">The first name of each number, with the token it gives.</param>
internal sealed record TokenEnum(string Name, TypeRef Type, ScalarKind Underlying, EquatableArray<TokenEnumValue> Values);

/// <summary>A named number as a token.</summary>
/// <param name="Name">The name, not escaped.</param>
/// <param name="Token">The name as a token, with what it may not contain escaped.</param>
internal sealed record TokenEnumValue(string Name, string Token);
