namespace Orders;

/// <summary>The payment provider.</summary>
public interface IPaymentGateway
{
    /// <summary>Charges a customer. Charging the same order again charges nothing.</summary>
    /// <param name="orderId">The order; the provider charges it once.</param>
    /// <param name="amount">How much.</param>
    /// <param name="paymentToken">What the provider knows the card by.</param>
    /// <param name="attempt">Which attempt this is, from 1 on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">The provider did not answer; another attempt may succeed.</exception>
    /// <exception cref="UnknownPaymentTokenException">No attempt will ever succeed.</exception>
    Task<Charge> ChargeAsync(Guid orderId, decimal amount, string paymentToken, int attempt, CancellationToken cancellationToken);
}

/// <summary>What the provider says.</summary>
/// <param name="IsApproved">Whether the customer was charged.</param>
/// <param name="Reference">The provider's reference.</param>
/// <param name="Reason">Why the customer was not charged; null when approved.</param>
public sealed record Charge(bool IsApproved, string Reference, string? Reason = null);

/// <summary>The provider does not know the card.</summary>
/// <param name="paymentToken">What was asked for.</param>
public sealed class UnknownPaymentTokenException(string paymentToken) : Exception($"unknown payment token '{paymentToken}'");
