using Messaging.Codegen;

namespace Support;

public sealed class PremiumSupport
{
    [Handler("premium-support")]
    [Where(nameof(ComplaintFiled.Plan), "premium")]
    public Task HandleAsync(ComplaintFiled complaint, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"call back {complaint.ComplaintId}".AsMemory(), cancellationToken);
}
