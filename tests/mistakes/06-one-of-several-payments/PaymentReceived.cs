using MessagePack;
using Messaging.Codegen;

namespace Payments;

[Message("payments.received")]
public sealed partial record PaymentReceived
{
    [Key(0), IdempotencyKey] public required Guid PaymentId { get; init; }
    [Key(1)] public required decimal Amount { get; init; }
    [Key(2)] public required IPaymentMethod Method { get; init; }
}
