using System.Diagnostics.CodeAnalysis;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// A delivery whose message is of an older version than its handlers take. All that is kept, shown or copied of it is the original. It becomes the
/// newer version where a failure is the handler's: not on the way in, since bytes that can be read belong into no quarantine.
/// </summary>
/// <typeparam name="TOld">The version that was published.</typeparam>
/// <typeparam name="T">The version that is handled.</typeparam>
internal sealed class UpcastDelivery<TOld, T>(
    ConsumerRunner runner, in IncomingMessage incoming, TOld original, Func<TOld, UpcastContext, T> upcast, MessageRoute[] routes)
    : Delivery<T>(runner, incoming, routes)
    where TOld : IMessage<TOld>
    where T : IMessage<T>
{
    private bool _isUpcast;

    public override MessageContract? Contract => TOld.Contract;

    public override bool SelectHandlers()
    {
        Upcast();
        return base.SelectHandlers();
    }

    public override ReadOnlyMemory<byte> CopyPayload() => MessageSerializer.SerializeToArray(original);

    /// <summary>Makes the newer version for what has to be known of it before it is handled.</summary>
    /// <returns>False when that fails, which it will tell when it is handled.</returns>
    public bool TryUpcast([NotNullWhen(true)] out T? message)
    {
        try
        {
            Upcast();
            message = Message!;
            return true;
        }
        catch (Exception)
        {
            message = default;
            return false;
        }
    }

    private void Upcast()
    {
        if (!_isUpcast)
        {
            Message = upcast(original, new UpcastContext(MessageId, Subject, Timestamp, Headers))
                ?? throw new InvalidOperationException($"The upcaster from {TOld.Contract} to {T.Contract} returned null.");
            _isUpcast = true;
        }
    }
}
