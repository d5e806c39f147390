using MessagePack;

namespace Payments;

public interface IPaymentMethod;

public sealed record Card([property: Key(0)] string Token) : IPaymentMethod;

public sealed record BankTransfer([property: Key(0)] string Iban, [property: Key(1)] string Reference) : IPaymentMethod;
