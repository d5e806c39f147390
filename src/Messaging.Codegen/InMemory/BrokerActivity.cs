namespace Messaging.Codegen.InMemory;

/// <summary>What the running consumers of a broker have to do.</summary>
/// <param name="IsBusy">True when a message is to be delivered at once, or is delivered and not settled.</param>
/// <param name="NextRedelivery">How long until the first message comes that was scheduled or comes again after a delay; null when none waits.</param>
public readonly record struct BrokerActivity(bool IsBusy, TimeSpan? NextRedelivery);
