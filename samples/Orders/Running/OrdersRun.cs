namespace Orders;

/// <summary>What the roles of this program do while its host runs.</summary>
public sealed class OrdersRun(CommandLine options, Checkout checkout, ConsumerWatch watch, Auditor auditor, RunReport report)
{
    /// <summary>Longer than an ack wait and the longest backoff of the handlers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the role that the command line names.</summary>
    /// <param name="stopping">Ctrl+C.</param>
    /// <returns>The ledger; null for a role that sees only a part of the work.</returns>
    public async Task<OrderLedger?> RunAsync(CancellationToken stopping)
    {
        switch (options.Role)
        {
            case Role.Publisher:
                await PublishAsync(stopping);
                return null;

            case Role.Consumer:
                await ConsumeAsync(stopping);
                return null;

            default:
                var sent = await PublishAsync(stopping);
                await watch.WaitUntilDoneAsync(Patience, stopping);
                await report.PrintAsync(sent, stopping);
                return await auditor.AuditAsync(sent, stopping);
        }
    }

    private async Task<IReadOnlySet<Guid>> PublishAsync(CancellationToken stopping)
    {
        var badLines = 0;
        var orders = OrderFile.Read(options.Input, badLine =>
        {
            badLines++;
            Console.Error.WriteLine(badLine);
        });
        var (sent, duplicates) = await checkout.PublishAsync(orders, stopping);
        Console.WriteLine($"input: {sent.Count} orders ({duplicates} of them published before), {badLines} bad lines left out");
        return sent;
    }

    private async Task ConsumeAsync(CancellationToken stopping)
    {
        try
        {
            if (options.ExitWhenIdle is { } quiet)
            {
                await watch.WaitUntilIdleAsync(quiet, stopping);
            }
            else
            {
                await Task.Delay(Timeout.Infinite, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ctrl+C is the ordinary end of a consumer.
        }
    }
}
