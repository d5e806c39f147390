using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Consuming;

/// <summary>What every consumer of a service shares.</summary>
internal sealed record ConsumerServices(
    IServiceScopeFactory Scopes,
    PublishPipeline Publisher,
    DeadLetterWriter DeadLetters,
    ConsumePipeline Pipeline,
    FailureClassifier Failures,
    SoloTrials Trials,
    TimeProvider Time,
    MessagingLog Log)
{
    /// <summary>What is worked on.</summary>
    public WorkFloor Floor { get; } = new(Time);
}
