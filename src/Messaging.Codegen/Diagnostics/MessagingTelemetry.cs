using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Messaging.Codegen;

/// <summary>
/// Traces and metrics under one name, after OpenTelemetry's conventions for messaging. Listen to <see cref="Name"/> with
/// <c>AddSource</c> and <c>AddMeter</c>; while nobody listens, nothing is measured and nothing allocated.
/// </summary>
public static partial class MessagingTelemetry
{
    /// <summary>The name of the activity source and of the meter: <c>Messaging.Codegen</c>.</summary>
    public const string Name = "Messaging.Codegen";

    // The names of the conventions: opentelemetry.io/docs/specs/semconv/messaging.
    private const string SystemTag = "messaging.system";
    private const string OperationTag = "messaging.operation.name";
    private const string OperationTypeTag = "messaging.operation.type";
    private const string DestinationTag = "messaging.destination.name";
    private const string TemplateTag = "messaging.destination.template";
    private const string GroupTag = "messaging.consumer.group.name";
    private const string MessageIdTag = "messaging.message.id";
    private const string ConversationTag = "messaging.message.conversation_id";
    private const string ErrorTag = "error.type";
    private const string StreamTag = "messaging.codegen.stream";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>What the conventions call the kind of a failure: short, and the same for all of its kind.</summary>
    private static string? ErrorType(Exception failure) => failure is PublishException refused ? refused.Failure.ToString() : failure.GetType().FullName;
}
