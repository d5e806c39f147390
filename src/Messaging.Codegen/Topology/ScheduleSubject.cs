using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Messaging.Codegen.Topology;

/// <summary>
/// Where a stream keeps messages that wait for their time: below <c>schedule.NAME</c>, so that the filters of consumers do not see them. Each has a subject of
/// its own, made of its id, because a subject has one schedule.
/// </summary>
internal static class ScheduleSubject
{
    /// <summary>All of a stream.</summary>
    public static string Filter(string stream) => $"schedule.{stream}.>";

    /// <summary>That of one message.</summary>
    public static string For(string stream, string messageId) =>
        $"schedule.{stream}.{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(messageId.AsSpan())).AsSpan(0, 16))}";
}
