namespace Messaging.Codegen;

/// <summary>How a message was given up.</summary>
public enum GiveUpKind
{
    /// <summary>Its handler failed for good.</summary>
    DeadLetter = 0,

    /// <summary>It cannot be read as any contract.</summary>
    Quarantine = 1,
}
