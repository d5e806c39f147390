using Messaging.Codegen;

namespace Catalogue;

public sealed record ProductRow(int Id, string Sku, string Name, decimal Price);

public sealed class ProductQueries(ProductTable table)
{
    [Handler("product-queries")]
    public async Task<ProductRow> HandleAsync(GetProduct query, CancellationToken cancellationToken) =>
        await table.FindAsync(query.Sku, cancellationToken);
}

public sealed class ProductTable
{
    public async Task<ProductRow> FindAsync(string sku, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return new ProductRow(1, sku, "Tea", 3.20m);
    }
}
