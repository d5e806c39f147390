using SharpFuzz;

namespace Messaging.Codegen.Fuzz;

/// <summary>The target under AFL++, which starts this process and feeds it.</summary>
internal static class Afl
{
    /// <remarks>Out of process, since touching the guard page ends the process that does it.</remarks>
    public static void Run() => Fuzzer.OutOfProcess.Run(static stream =>
    {
        using var target = new Target();
        using var input = new MemoryStream();
        stream.CopyTo(input);
        if (target.Run(input.ToArray()) is { } wrong)
            throw new InvalidOperationException(wrong);
    });
}
