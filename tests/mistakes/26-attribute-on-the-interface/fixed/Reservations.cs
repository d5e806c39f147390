using Messaging.Codegen;

namespace Library;

public sealed class Reservations : IReservations
{
    [Handler("reservations")]
    public Task HandleAsync(BookReturned returned, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{returned.Isbn} is back".AsMemory(), cancellationToken);
}
