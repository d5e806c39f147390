using System.Collections.Concurrent;
using Messaging.Codegen;

namespace Bank;

public sealed class Balances
{
    private readonly ConcurrentDictionary<string, decimal> _balances = new();

    [Handler("balances", PartitionBy = nameof(MoneyMoved.AccountNumber), Concurrency = 16)]
    public void Handle(MoneyMoved moved, CancellationToken cancellationToken) =>
        _balances.AddOrUpdate(moved.AccountNumber, moved.Amount, (_, balance) => balance + moved.Amount);
}
