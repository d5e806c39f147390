using Messaging.Codegen;

namespace Library;

public interface IReservations
{
    [Handler("reservations")]
    Task HandleAsync(BookReturned returned, CancellationToken cancellationToken);
}
