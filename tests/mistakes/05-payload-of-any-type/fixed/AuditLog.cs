using Messaging.Codegen;

namespace Audit;

public sealed class AuditLog
{
    [Handler("audit-log")]
    public Task HandleAsync(AuditRecorded record, CancellationToken cancellationToken) =>
        File.AppendAllTextAsync("audit.log", $"{record.EventType}: {string.Join(", ", record.Payload)}\n", cancellationToken);
}
