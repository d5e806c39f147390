namespace Messaging.Codegen.Facts;

/// <summary>What a <see cref="FactLine"/> about a contract, a part, a union or an enum says.</summary>
internal static class FactKinds
{
    /// <summary>There is such a contract: <c>orders.placed/v1 message event</c>, with <c>compat=backward</c> where its promise is not the usual one.</summary>
    public const string Message = "message";

    /// <summary>Where it is published: <c>subject orders.{Region}.placed.v1</c>.</summary>
    public const string Subject = "subject";

    /// <summary>What its message id is made of: <c>dedupe {OrderId}</c>.</summary>
    public const string Dedupe = "dedupe";

    /// <summary>The contract that answers it: <c>reply orders.status/v1</c>.</summary>
    public const string Reply = "reply";

    /// <summary>It may break its promises, and why: <c>break "never published" 2027-01</c>.</summary>
    public const string Break = "break";

    /// <summary>
    /// An older version becomes this one by a method, whose name stands for the CLR name: <c>upcast orders.placed/v1    # CLR Shop.OrderPlacedV2.From</c>.
    /// </summary>
    public const string Upcast = "upcast";

    /// <summary>An older version is published with this one: <c>alsoPublish orders.placed/v1</c>.</summary>
    public const string AlsoPublish = "alsoPublish";

    /// <summary>A member of an array: a <see cref="KeyFact"/>.</summary>
    public const string Key = "key";

    /// <summary>The type travels as a map of names.</summary>
    public const string Map = "map";

    /// <summary>A member of a map: a <see cref="NameFact"/>.</summary>
    public const string Name = "name";

    /// <summary>The type is a union.</summary>
    public const string Union = "union";

    /// <summary>A case of a union: a <see cref="CaseFact"/>.</summary>
    public const string Case = "case";

    /// <summary>The type is an enum: <c>enum:Region enum i32 open</c>.</summary>
    public const string Enum = "enum";

    /// <summary>A named number: a <see cref="ValueFact"/>.</summary>
    public const string Value = "value";
}
