using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>
/// A broker under test and what a test may do to it and to the processes around it. One per test class; its tests use streams of
/// their own.
/// </summary>
public abstract class TransportFixture : IAsyncLifetime
{
    /// <summary>What the transport promises.</summary>
    public abstract Capabilities Capabilities { get; }

    /// <summary>How many bytes a message may have, headers included.</summary>
    public abstract int MaxPayload { get; }

    /// <summary>How many copies of a message the streams of the tests keep; more than one takes a cluster.</summary>
    public virtual int Replicas => 1;

    /// <summary>The broker's time.</summary>
    public abstract TimeProvider Time { get; }

    /// <summary>Makes the transport of a new process; not yet connected. The test disposes of it.</summary>
    public abstract ITransport CreateTransport();

    /// <summary>Lets the process of a transport die at once: whatever it has not said is never said.</summary>
    /// <param name="transport">A transport that this fixture made.</param>
    public abstract ValueTask KillAsync(ITransport transport);

    /// <summary>Lets the broker's time pass: waits, or moves a clock that the test controls.</summary>
    /// <param name="time">How much; positive.</param>
    public abstract Task PassAsync(TimeSpan time);

    /// <summary>Kills the broker. What it has stored is kept for <see cref="StartBrokerAsync"/>.</summary>
    public virtual Task KillBrokerAsync() => throw new NotSupportedException("The transport does not promise to survive a restart of its broker.");

    /// <summary>Starts a killed broker again and waits until it can be used.</summary>
    public virtual Task StartBrokerAsync() => throw new NotSupportedException("The transport does not promise to survive a restart of its broker.");

    /// <summary>Publishes as a program does that knows nothing of this library: no id, no headers.</summary>
    /// <param name="sender">A connected transport.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="payload">The payload.</param>
    public virtual async Task PublishForeignAsync(ITransport sender, string subject, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(sender);
        await sender.PublishAsync(new OutgoingBytes(subject, null, null, payload), CancellationToken.None);
    }

    /// <summary>Starts the broker.</summary>
    public abstract Task InitializeAsync();

    /// <summary>Stops the broker.</summary>
    public abstract Task DisposeAsync();
}
