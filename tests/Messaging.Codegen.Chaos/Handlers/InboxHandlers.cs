using Npgsql;

namespace Messaging.Codegen.Chaos.Handlers;

/// <summary>Consumers whose effects, inbox rows and messages are committed together.</summary>
internal sealed class InboxHandlers(Effects effects, Sabotaged sabotaged)
{
    private const int FailingOfHundred = 7;

    /// <summary>Writes its effect and its message in one transaction.</summary>
    [Handler("inbox", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8, Idempotency = Idempotency.Inbox)]
    public async Task<Booked> BookAsync(Work work, MessageContext context, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await WriteAsync(work.Number, context, transaction, cancellationToken);
        return new Booked(work.Number, work.Lane);
    }

    /// <summary>The other end of the outbox.</summary>
    [Handler("booked", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8, Idempotency = Idempotency.Inbox)]
    public Task HandleBookedAsync(Booked booked, MessageContext context, NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        WriteAsync(booked.Number, context, transaction, cancellationToken);

    private async Task WriteAsync(long number, MessageContext context, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        if (sabotaged.By == Sabotage.EffectOutsideTransaction)
        {
            // The fault that the ledger must find: the effect stays when the transaction goes back.
            await effects.WriteAsync(number, context, cancellationToken);
            if (number % 100 == FailingOfHundred && context.DeliveryCount == 1)
            {
                throw new InvalidOperationException("Fails by plan.");
            }

            return;
        }

        await using var command = new NpgsqlCommand(Effects.Insert, transaction.Connection, transaction);
        Effects.Bind(command, number, context);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
