namespace Shop.Sales;

public sealed record OrderLine(string Sku, int Quantity, decimal Price)
{
    public decimal Total => Quantity * Price;
}
