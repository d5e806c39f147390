using System.Diagnostics;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen;

/// <content>Spans: <c>publish</c>, <c>receive</c> and <c>process</c>, of one trace by the header <c>traceparent</c>.</content>
public static partial class MessagingTelemetry
{
    private const string TraceParent = "traceparent";
    private const string TraceState = "tracestate";

    internal static Activity? StartPublish(MessageContract contract, string system)
    {
        var activity = Source.StartActivity(ActivityKind.Producer);
        if (activity is not null)
        {
            activity.DisplayName = "publish " + contract.SubjectTemplate;
            Describe(activity, system, "publish", "send");
            activity.SetTag(TemplateTag, contract.SubjectTemplate);
        }

        return activity;
    }

    /// <summary>Says on the span of a publish what is published where.</summary>
    internal static void Describe(Activity? activity, OutgoingMessage message)
    {
        activity?.SetTag(DestinationTag, message.Subject);
        activity?.SetTag(MessageIdTag, message.MessageId);
    }

    /// <summary>Puts the current trace into the headers; none are made when nothing is traced.</summary>
    internal static MessageHeaders? Inject(MessageHeaders? headers)
    {
        if (Activity.Current is not { Recorded: true, IdFormat: ActivityIdFormat.W3C, Id: { } id } current)
        {
            return headers;
        }

        headers ??= [];
        headers.Add(TraceParent, id);
        if (!string.IsNullOrEmpty(current.TraceStateString))
        {
            headers.Add(TraceState, current.TraceStateString);
        }

        return headers;
    }

    /// <summary>Begins the span of a delivery's arrival: it ends when the message is decoded and waits for a worker.</summary>
    internal static Activity? StartReceive(in IncomingMessage message, string system, string consumer)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var activity = Source.StartActivity("receive " + message.Delivery.Stream, ActivityKind.Client, Parent(message.Headers));
        if (activity is not null)
        {
            Describe(activity, system, "receive", "receive");
            activity.SetTag(DestinationTag, message.Subject);
            activity.SetTag(GroupTag, consumer);
            activity.SetTag(MessageIdTag, message.Headers?[HeaderRules.MessageId]);
            Locate(activity, message.Delivery);
        }

        return activity;
    }

    /// <summary>Begins the span of a message's handlers: a child of the publish, linked to the arrival.</summary>
    internal static Activity? StartProcess(Delivery delivery, string system)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var template = delivery.Contract?.SubjectTemplate;
        ActivityLink[]? links = delivery.Received is { } received ? [new(received.Context)] : null;
        var activity = Source.StartActivity(
            "process " + (template ?? delivery.Stream), ActivityKind.Consumer, Parent(delivery.Headers), links: links);
        if (activity is not null)
        {
            Describe(activity, system, "process", "process");
            activity.SetTag(DestinationTag, delivery.Subject);
            activity.SetTag(TemplateTag, template);
            activity.SetTag(GroupTag, delivery.Consumer);
            activity.SetTag(MessageIdTag, delivery.MessageId);
            activity.SetTag(ConversationTag, delivery.CorrelationId);
            Locate(activity, delivery.Info);
        }

        return activity;
    }

    /// <summary>The work on a batch, linked to the traces of its messages.</summary>
    internal static Activity? StartBatch(IReadOnlyList<Delivery> deliveries, string system)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var links = new List<ActivityLink>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            if (ActivityContext.TryParse(delivery.Headers[TraceParent], delivery.Headers[TraceState], isRemote: true, out var context))
            {
                links.Add(new ActivityLink(context));
            }
        }

        var first = deliveries[0];
        var activity = Source.StartActivity("process batch " + first.Consumer, ActivityKind.Consumer, default(ActivityContext), links: links);
        if (activity is not null)
        {
            Describe(activity, system, "process", "process");
            activity.SetTag(DestinationTag, first.Stream);
            activity.SetTag(GroupTag, first.Consumer);
            activity.SetTag("messaging.batch.message_count", deliveries.Count);
        }

        return activity;
    }

    internal static void Failed(Activity? activity, Exception exception)
    {
        if (activity is not null)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.Message);
            activity.SetTag(ErrorTag, ErrorType(exception));
            activity.AddException(exception);
        }
    }

    private static ActivityContext Parent(MessageHeaders? headers)
    {
        ActivityContext.TryParse(headers?[TraceParent], headers?[TraceState], isRemote: true, out var parent);
        return parent;
    }

    private static void Locate(Activity activity, DeliveryInfo delivery)
    {
        activity.SetTag(StreamTag, delivery.Stream);
        activity.SetTag("messaging.codegen.sequence", (long)delivery.Sequence);
        activity.SetTag("messaging.codegen.delivery", delivery.DeliveryCount);
    }

    private static void Describe(Activity activity, string system, string operation, string type)
    {
        activity.SetTag(SystemTag, system);
        activity.SetTag(OperationTag, operation);
        activity.SetTag(OperationTypeTag, type);
    }
}
