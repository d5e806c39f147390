using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Harness;

/// <summary>What the handler does between its effect and its end.</summary>
public sealed class Behaviour
{
    public Func<Ordered, MessageContext, NpgsqlTransaction, Task> AfterEffect { get; set; } = static (_, _, _) => Task.CompletedTask;
}

/// <summary>Gets the transaction by its constructor, as a repository would.</summary>
public sealed class Invoices(NpgsqlTransaction transaction)
{
    public async Task AddAsync(int order)
    {
        await using var command = new NpgsqlCommand("INSERT INTO effects (order_id) VALUES ($1)", transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = order });
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class BillingHandler(Behaviour behaviour)
{
    [Handler("billing", Idempotency = Idempotency.Inbox, MaxDeliver = 3, Backoff = ["20ms"], AckWait = "2s", Concurrency = 4)]
    public async Task<Billed> HandleAsync(Ordered order, Invoices invoices, NpgsqlTransaction transaction, MessageContext context)
    {
        await invoices.AddAsync(order.Id);
        await behaviour.AfterEffect(order, context, transaction);
        return new Billed(order.Id);
    }

    /// <summary>Publishes nothing.</summary>
    [Handler("audit", Idempotency = Idempotency.Inbox, MaxDeliver = 3, Backoff = ["20ms"])]
    public async Task AuditAsync(Ordered order, Invoices invoices, NpgsqlTransaction transaction, MessageContext context)
    {
        await invoices.AddAsync(order.Id);
        await behaviour.AfterEffect(order, context, transaction);
    }
}
