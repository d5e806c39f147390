using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Messaging.Codegen.Benchmarks.Measuring;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary><c>JIT</c> or <c>AOT</c>.</summary>
    public static string Runtime => RuntimeFeature.IsDynamicCodeCompiled ? "JIT" : "AOT";

    public static string Describe() =>
        $"{Runtime}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors, " +
        $"vectors of {Vector()} bits, {(ThreadClock.IsCpuTime ? "thread time" : "wall-clock time")}";

    private static int Vector() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;
}
