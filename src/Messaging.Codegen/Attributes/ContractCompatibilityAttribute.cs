namespace Messaging.Codegen;

/// <summary>
/// What a contract, or every contract of an assembly, promises to its releases, which the baseline of the project records. Without it events promise
/// <see cref="Compatibility.FullTransitive"/> and requests <see cref="Compatibility.Backward"/>.
/// </summary>
/// <param name="mode">The promise.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ContractCompatibilityAttribute(Compatibility mode) : Attribute
{
    /// <summary>The promise.</summary>
    public Compatibility Mode { get; } = mode;
}

/// <summary>Who understands whom. The modes have the names that schema registries use.</summary>
public enum Compatibility
{
    /// <summary>Nothing is promised.</summary>
    None = 0,

    /// <summary>New readers understand the data of the last release: upgrade consumers first.</summary>
    Backward = 1,

    /// <summary>New readers understand the data of every release.</summary>
    BackwardTransitive = 2,

    /// <summary>Readers of the last release understand new data: upgrade producers first.</summary>
    Forward = 3,

    /// <summary>Readers of every release understand new data.</summary>
    ForwardTransitive = 4,

    /// <summary><see cref="Backward"/> and <see cref="Forward"/>: upgrade in any order.</summary>
    Full = 5,

    /// <summary><see cref="BackwardTransitive"/> and <see cref="ForwardTransitive"/>.</summary>
    FullTransitive = 6,
}
