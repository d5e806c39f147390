namespace Orders;

/// <summary>Picks parcels up.</summary>
public interface ICarrier
{
    /// <summary>Books a parcel. Booking it for the same order again gives the same number.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="region">Where it goes.</param>
    string Book(Guid orderId, string region);
}

/// <summary>Stands in for a carrier.</summary>
public sealed class SimulatedCarrier : ICarrier
{
    /// <inheritdoc/>
    public string Book(Guid orderId, string region) => $"{region.ToUpperInvariant()}-{orderId.ToString("N")[..12]}";
}
