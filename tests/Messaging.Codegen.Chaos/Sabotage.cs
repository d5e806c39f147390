namespace Messaging.Codegen.Chaos;

/// <summary>A fault in the consumers that the ledger must find: a harness that cannot fail proves nothing.</summary>
internal enum Sabotage
{
    /// <summary>None.</summary>
    None,

    /// <summary>Messages are acknowledged before their effects are written.</summary>
    AckBeforeHandle,

    /// <summary>The inbox's handlers write their effects beside its transaction.</summary>
    EffectOutsideTransaction,
}

/// <summary>The fault that this process has.</summary>
/// <param name="By">The fault.</param>
internal sealed record Sabotaged(Sabotage By);
