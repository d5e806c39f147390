using Messaging.Codegen;

namespace Accounts;

public sealed class Statistics
{
    private int _open;

    [Handler("statistics-opened")]
    public void Handle(AccountOpened opened, CancellationToken cancellationToken) => Interlocked.Increment(ref _open);

    [Handler("statistics-closed")]
    public void Handle(AccountClosed closed, CancellationToken cancellationToken) => Interlocked.Decrement(ref _open);
}
