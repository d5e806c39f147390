using Messaging.Codegen;

namespace Support;

public sealed class PremiumSupport
{
    [Handler("premium-support", Filter = nameof(IsPremium))]
    public Task HandleAsync(ComplaintFiled complaint, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"call back {complaint.ComplaintId}".AsMemory(), cancellationToken);

    public static bool IsPremium(ComplaintFiled complaint) => complaint.Plan == "premium";
}
