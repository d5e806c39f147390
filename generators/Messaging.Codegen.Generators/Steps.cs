namespace Messaging.Codegen.Generators;

/// <summary>Names of the pipeline's tracked steps. The harness takes them from here by reflection, so none is left unchecked.</summary>
internal static class Steps
{
    /// <summary>One model per <c>[Message]</c> type.</summary>
    public const string Contracts = nameof(Contracts);

    /// <summary>What the module needs to know of each contract.</summary>
    public const string ContractRows = nameof(ContractRows);
}
