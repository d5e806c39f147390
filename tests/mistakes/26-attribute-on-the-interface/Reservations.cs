namespace Library;

public sealed class Reservations : IReservations
{
    public Task HandleAsync(BookReturned returned, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{returned.Isbn} is back".AsMemory(), cancellationToken);
}
