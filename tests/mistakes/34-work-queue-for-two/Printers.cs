using Messaging.Codegen;

namespace Print;

public sealed class Printers
{
    [Handler("printers")]
    public Task PrintAsync(PrintRequested job, CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(job.Pages), cancellationToken);
}

public sealed class Accounting
{
    private int _pages;

    [Handler("accounting")]
    public void Count(PrintRequested job, CancellationToken cancellationToken) => Interlocked.Add(ref _pages, job.Pages);
}
