namespace Messaging.Codegen.Chaos;

/// <summary>A fault in the consumers that the ledger must find: a harness that cannot fail proves nothing.</summary>
internal enum Sabotage
{
    /// <summary>None.</summary>
    None,

    /// <summary>Some messages are acknowledged although their effects were never written.</summary>
    AckWithoutEffect,

    /// <summary>The inbox's handlers write their effects beside its transaction.</summary>
    EffectOutsideTransaction,
}

/// <summary>The fault that this process has.</summary>
/// <param name="By">The fault.</param>
internal sealed record Sabotaged(Sabotage By);
