using Messaging.Codegen;

namespace Import;

public sealed class Importer(IPublisher<RowImported> publisher)
{
    public async Task ImportAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken) =>
        await publisher.PublishBatchAsync([.. lines.Select((line, row) => new RowImported(row, line))], cancellationToken);
}
