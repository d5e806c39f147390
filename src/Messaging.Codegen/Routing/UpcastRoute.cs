using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Routing;

/// <summary>A row for an older version of the contract that its handler takes.</summary>
internal sealed class UpcastRoute<TOld, T>(string subject, HandlerOptions options, Func<TOld, UpcastContext, T> upcast, Func<T, bool>? filter, Func<T, int>? partition)
    : MessageRoute<T>(TOld.Contract, subject, options, filter)
    where TOld : IMessage<TOld>
    where T : IMessage<T>
{
    public override Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes)
    {
        var original = MessageSerializer.Deserialize<TOld>(message.Payload);
        var delivery = new UpcastDelivery<TOld, T>(runner, message, original, upcast, routes);
        if (partition is not null && delivery.TryUpcast(out var newer))
        {
            // One that cannot be made has no key, so nothing waits for it.
            delivery.Partition = partition(newer);
        }

        return delivery;
    }
}
