namespace Orders;

/// <summary>Stands in for a payment provider. Like a provider's test mode it decides by the token, so every run has the same outcome.</summary>
public sealed class SimulatedPaymentGateway : IPaymentGateway
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    public async Task<Charge> ChargeAsync(Guid orderId, decimal amount, string paymentToken, int attempt, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, cancellationToken);
        return paymentToken switch
        {
            "tok_ok" => new Charge(true, $"ch_{orderId:N}"),
            "tok_slow_once" when attempt > 1 => new Charge(true, $"ch_{orderId:N}"),
            "tok_slow_once" or "tok_down" => throw new TimeoutException("the payment provider did not answer"),
            "tok_declined" => new Charge(false, $"ch_{orderId:N}", "the card was declined"),
            _ => throw new UnknownPaymentTokenException(paymentToken),
        };
    }
}
