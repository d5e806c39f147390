// A handler takes a contract, not its JSON.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public sealed class BillingHandler
{
    [Handler("billing")]
    public Task HandleAsync(string {|MSG301:json|}, CancellationToken cancellationToken) => Task.CompletedTask;
}
