using Messaging.Codegen;

namespace Returns;

public sealed class Refunds
{
    [Handler("refunds")]
    public Task HandleAsync(ReturnAccepted accepted, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"refund {accepted.Refund}".AsMemory(), cancellationToken);
}
