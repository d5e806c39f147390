using MessagePack;

[assembly: Messaging.Codegen.Stream("PIPE", "pipe.>")]
[assembly: Messaging.Codegen.Stream("OUT", "out.>", AllowAtomicBatches = true, AllowSchedules = true)]

namespace Messaging.Codegen.Tests.Pipeline;

[Message("pipe.job", Subject = "pipe.{Region}.job.v1")]
public sealed partial record Job
{
    [Key(0), IdempotencyKey] public required Guid Id { get; init; }

    [Key(1)] public required string Region { get; init; }

    [Key(2)] public int Size { get; init; }
}

[Message("pipe.note")]
public sealed partial record Note([property: Key(0), IdempotencyKey] string Text);

/// <summary>Has no business key: its ids are derived from the message that causes it.</summary>
[Message("out.done")]
public sealed partial record JobDone([property: Key(0)] Guid JobId, [property: Key(1)] string Step);

[Message("ask.square")]
public sealed partial record Square([property: Key(0)] int Number) : IRequest<Squared>;

[Message("ask.squared")]
public sealed partial record Squared([property: Key(0)] int Number);

[Message("ask.nobody")]
public sealed partial record NobodyAnswers([property: Key(0)] int Number) : IRequest<Squared>;
