using Messaging.Codegen;

namespace Parcels;

public static class Sorter
{
    [Handler("sorter", Concurrency = 4)]
    public static void Handle(ParcelWeighed parcel, CancellationToken cancellationToken)
    {
        var belt = parcel is { Grams: < 2_000, Millimetres: < 600 } ? "small" : "bulky";
        Console.WriteLine($"{parcel.TrackingNumber} goes to the {belt} belt");
    }
}
