namespace Orders;

/// <summary>What this process has reported to the tax office. A singleton.</summary>
public sealed class VatReport
{
    private readonly Lock _lock = new();

    /// <summary>How many orders were reported.</summary>
    public int Orders { get; private set; }

    /// <summary>Their sum.</summary>
    public decimal Total { get; private set; }

    /// <summary>Reports an order.</summary>
    /// <param name="total">The order's sum.</param>
    public void Add(decimal total)
    {
        lock (_lock)
        {
            Orders++;
            Total += total;
        }
    }
}
