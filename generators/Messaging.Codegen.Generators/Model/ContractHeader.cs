namespace Messaging.Codegen.Generators.Model;

/// <summary>What a <c>[Message]</c> attribute says: all that handlers and the module need to know of a contract, whatever assembly it is in.</summary>
internal sealed record ContractHeader
{
    /// <summary>The contract.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>The stable name, for example <c>orders.placed</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version, 1 or more.</summary>
    public required int Version { get; init; }

    public required SubjectTemplate Subject { get; init; }

    /// <summary>True when messages are read over existing ones too.</summary>
    public bool IsReusable { get; init; }

    /// <summary>The reply's contract when this one is a request, else null.</summary>
    public required TypeRef? Reply { get; init; }

    /// <summary>What the facts say of the contract beside its layout: the reply, the promise, the break that it allows.</summary>
    public EquatableArray<string> Remarks { get; init; } = EquatableArray<string>.Empty;

    /// <summary><c>name/vN</c>.</summary>
    public string Identity => Name + "/v" + Emit.Identifiers.Literal(Version);
}
