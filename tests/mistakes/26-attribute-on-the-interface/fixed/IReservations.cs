namespace Library;

public interface IReservations
{
    Task HandleAsync(BookReturned returned, CancellationToken cancellationToken);
}
