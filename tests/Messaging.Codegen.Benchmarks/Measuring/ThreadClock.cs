using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>The processor time of this thread where the system tells it, so that other load counts less; else the time of day.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>True when <see cref="Nanoseconds"/> is the processor time of this thread.</summary>
    public static bool IsCpuTime { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Nanoseconds since some point in time.</summary>
    public static double Nanoseconds()
    {
        if (!IsCpuTime)
            return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
        if (GetTime(ThreadCpuTime, out TimeSpec time) != 0)
            throw new InvalidOperationException("The clock of this thread cannot be read.");
        return (time.Seconds * 1e9) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
