namespace Messaging.Codegen.Consuming;

/// <summary>How a delivery ended that did not fail.</summary>
public enum ConsumeOutcome
{
    /// <summary>The handlers ran.</summary>
    Handled,

    /// <summary>No handler wanted it.</summary>
    Filtered,

    /// <summary>It had been handled before.</summary>
    Duplicate,

    /// <summary>Another delivery of it is being handled right now: whether this one is needed is not known yet. It comes again.</summary>
    Busy,
}
