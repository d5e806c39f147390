using Messaging.Codegen;

namespace Vouchers;

public sealed class RedeemVoucherHandler
{
    private readonly HashSet<string> _codes = ["SUMMER"];

    [Handler("vouchers")]
    public Task<bool> HandleAsync(RedeemVoucher request, CancellationToken cancellationToken) => Task.FromResult(_codes.Contains(request.Code));
}
