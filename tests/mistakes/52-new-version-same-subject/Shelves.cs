using Messaging.Codegen;

namespace Warehouse.Stock;

public sealed class Shelves
{
    [Handler("shelves")]
    public void Handle(StockCountedV2 counted) => Console.WriteLine($"{counted.Pieces} of {counted.Sku} on {counted.Shelf}");

    [Handler("shelves-before")]
    public void Handle(StockCounted counted) => Console.WriteLine($"{counted.Pieces} of {counted.Sku}");
}
