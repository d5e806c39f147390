using Messaging.Codegen;

namespace Catalogue;

public sealed record ProductRow(int Id, string Sku, string Name, decimal Price);

public sealed class ProductQueries(ProductTable table)
{
    [Handler("product-queries")]
    public async Task<ProductReply> HandleAsync(GetProduct query, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(query.Sku, cancellationToken);
        return new ProductReply(row.Name, row.Price);
    }
}

public sealed class ProductTable
{
    public async Task<ProductRow> FindAsync(string sku, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return new ProductRow(1, sku, "Tea", 3.20m);
    }
}
