using Messaging.Codegen;

namespace Clinic;

public sealed class Calendar
{
    [Handler("calendar")]
    public Task HandleAsync(AppointmentMade appointment, CancellationToken cancellationToken) =>
        HandleAsync(new AppointmentMadeV2(appointment.Patient, DateTimeOffset.Parse(appointment.When)), cancellationToken);

    [Handler("calendar")]
    public Task HandleAsync(AppointmentMadeV2 appointment, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{appointment.When:g} {appointment.Patient}".AsMemory(), cancellationToken);
}
