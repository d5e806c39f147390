using MessagePack;

namespace Orders.Contracts;

/// <summary>A part of a contract: keys suffice.</summary>
/// <param name="Sku">The article.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="UnitPrice">What one costs.</param>
public sealed record OrderLine([property: Key(0)] string Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice);
