using MessagePack;
using Messaging.Codegen;

namespace Vouchers;

[Message("vouchers.redeem")]
public sealed partial record RedeemVoucher([property: Key(0)] string Code, [property: Key(1)] Guid OrderId) : IRequest<RedeemResult>;

[Message("vouchers.redeemed")]
public sealed partial record RedeemResult([property: Key(0)] bool Accepted);
