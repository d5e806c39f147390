using System.Diagnostics.CodeAnalysis;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>Reads <c>Permissions Violation for Publish to "subject"</c>: the only sign that a publish or a subscription was forbidden.</summary>
internal static class PermissionViolation
{
    public static bool TryParse(NatsServerErrorEventArgs args, [NotNullWhen(true)] out string? subject, out bool isPublish)
    {
        subject = null;
        isPublish = args.Error.Contains("for Publish", StringComparison.Ordinal);
        if (args.Kind != NatsServerErrorKind.PermissionsViolation)
        {
            return false;
        }

        var from = args.Error.IndexOf('"', StringComparison.Ordinal) + 1;
        var to = args.Error.IndexOf('"', from);
        if (from == 0 || to < 0)
        {
            return false;
        }

        subject = args.Error[from..to];
        return true;
    }
}
