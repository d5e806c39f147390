using System.Globalization;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Times as the server writes them into JSON and headers: RFC 3339, up to nanoseconds.</summary>
internal static class StoredTime
{
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
