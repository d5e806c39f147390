using System.Runtime.InteropServices;

namespace Messaging.Codegen.Testing;

/// <summary>Signals that <see cref="System.Diagnostics.Process"/> cannot send.</summary>
internal static partial class UnixSignal
{
    public const int Terminate = 15;

    /// <summary>Stops the process where it stands; it cannot refuse.</summary>
    public static int Stop => OperatingSystem.IsLinux() ? 19 : 17;

    /// <summary>Lets a stopped process go on.</summary>
    public static int Continue => OperatingSystem.IsLinux() ? 18 : 19;

    /// <returns><see langword="false"/> if the process is gone or the system has no signals.</returns>
    public static bool TrySend(int processId, int signal) => !OperatingSystem.IsWindows() && Kill(processId, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
