using Messaging.Codegen;

namespace Vouchers;

public sealed class RedeemVoucherHandler
{
    private readonly HashSet<string> _codes = ["SUMMER"];

    [Handler("vouchers")]
    public Task<RedeemResult> HandleAsync(RedeemVoucher request, CancellationToken cancellationToken) => Task.FromResult(new RedeemResult(_codes.Contains(request.Code)));
}
