namespace Messaging.Codegen.Topology;

/// <summary>What a stream must be told to allow, and what to say when it was not.</summary>
internal static class StreamPermissions
{
    /// <summary>The exception for a publish that its stream does not allow.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="reason">The broker's words.</param>
    /// <param name="code">JetStream's error code.</param>
    /// <param name="setting">The setting of <see cref="StreamAttribute"/> that allows it.</param>
    public static PublishException Refused(string subject, string stream, string reason, int code, string setting) => new(
        PublishFailure.Refused,
        subject,
        $"{reason} ({code}): the stream '{stream}' does not allow it; declare it with {setting} = true.")
    {
        ErrorCode = code,
        Stream = stream,
    };
}
