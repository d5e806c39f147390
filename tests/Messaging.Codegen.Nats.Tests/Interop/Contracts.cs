using MessagePack;

[assembly: Messaging.Codegen.Stream("INTEROP", "interop.>")]

namespace Messaging.Codegen.Nats.Tests.Interop;

[Message("interop.measured", Subject = "interop.{Station}.measured.v1")]
public sealed partial record Measured([property: Key(0)] string Station, [property: Key(1)] double Degrees, [property: Key(2)] Guid Id);

[Message("ask.interop")]
public sealed partial record Ask([property: Key(0)] int[] Numbers) : IRequest<Answer>;

[Message("ask.interop.reply")]
public readonly partial record struct Answer([property: Key(0)] long Sum);

/// <summary>What the emitted handlers have received.</summary>
public sealed class Received
{
    public TaskCompletionSource<Measured> Measured { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public static class InteropHandlers
{
    [Handler("interop-measured")]
    public static void Handle(Measured measured, Received received) => received.Measured.TrySetResult(measured);

    [Handler("interop-ask")]
    public static Answer Handle(Ask ask) => new(ask.Numbers.Sum(static number => (long)number));
}
