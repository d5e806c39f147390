using Messaging.Codegen;

namespace Clinic;

public sealed class Calendar
{
    [Handler("calendar")]
    public Task HandleAsync(AppointmentMadeV2 appointment, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{appointment.When:g} {appointment.Patient}".AsMemory(), cancellationToken);
}
