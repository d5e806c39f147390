using MessagePack;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>The first version of a contract.</summary>
/// <param name="Root">The first token of the test's subjects.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Number">Which one of the test it is.</param>
[Message("conformance.parcel", Version = 1, Subject = "{Root}.{Key}.parcel.v1")]
public sealed partial record Parcel([property: Key(0)] string Root, [property: Key(1)] string Key, [property: Key(2), IdempotencyKey] int Number);

/// <summary>The second version: the number has become a text.</summary>
/// <param name="Root">The first token of the test's subjects.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Number">Which one of the test it is.</param>
[AlsoPublish(typeof(Parcel))]
[Message("conformance.parcel", Version = 2, Subject = "{Root}.{Key}.parcel.v2")]
public sealed partial record ParcelV2([property: Key(0)] string Root, [property: Key(1)] string Key, [property: Key(2), IdempotencyKey] string Number)
{
    /// <summary>A number that no text can be made of.</summary>
    public const int Unknown = -1;

    /// <summary>Makes the second version of the first.</summary>
    [Upcast]
    public static ParcelV2 From(Parcel old)
    {
        ArgumentNullException.ThrowIfNull(old);
        return old.Number == Unknown
            ? throw new DeadLetterException("nobody knows the parcel")
            : new(old.Root, old.Key, old.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Makes the first version of the second.</summary>
    [Downcast]
    public static Parcel To(ParcelV2 message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(message.Root, message.Key, int.Parse(message.Number, System.Globalization.CultureInfo.InvariantCulture));
    }
}
