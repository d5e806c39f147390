using System.Collections.Concurrent;
using Messaging.Codegen;

namespace Warehouse;

public sealed class Inventory
{
    private readonly ConcurrentDictionary<string, int> _pieces = new();

    [Handler("inventory", AckWait = "10s")]
    public void Handle(GoodsReceived goods, CancellationToken cancellationToken) => _pieces.AddOrUpdate(goods.Sku, goods.Pieces, (_, pieces) => pieces + goods.Pieces);

    [Handler("inventory", AckWait = "10s")]
    public void Handle(GoodsPicked goods, CancellationToken cancellationToken) => _pieces.AddOrUpdate(goods.Sku, 0, (_, pieces) => pieces - goods.Pieces);
}
