namespace Orders.Contracts;

/// <summary>How far an order is.</summary>
public enum OrderState
{
    /// <summary>There is no such order, or its events are older than the stream keeps.</summary>
    Unknown = 0,

    /// <summary>It waits for its payment.</summary>
    Placed = 1,

    /// <summary>It waits to be shipped.</summary>
    Paid = 2,

    /// <summary>Its payment was declined, the customer does not know yet.</summary>
    Declined = 3,

    /// <summary>It has ended well.</summary>
    Shipped = 4,

    /// <summary>It has ended without being shipped.</summary>
    Rejected = 5,
}
