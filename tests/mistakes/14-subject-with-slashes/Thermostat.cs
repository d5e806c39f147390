using Messaging.Codegen;

namespace Sensors;

public static class Thermostat
{
    [Handler("thermostat", DeliverFrom = DeliverFrom.New)]
    public static void Handle(TemperatureMeasured measured, CancellationToken cancellationToken) =>
        Console.WriteLine($"{measured.Room}: {(measured.Celsius < 20 ? "heat" : "off")}");
}
