using Messaging.Codegen;

namespace Telemetry;

public sealed class ReadingWriter
{
    [Handler("reading-writer", BatchSize = 200)]
    public Task HandleAsync(List<Reading> readings, CancellationToken cancellationToken) =>
        File.AppendAllLinesAsync("readings.csv", readings.Select(reading => $"{reading.Meter};{reading.Value};{reading.At:O}"), cancellationToken);
}
