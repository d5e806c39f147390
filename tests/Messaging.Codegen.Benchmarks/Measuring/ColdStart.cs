using System.Diagnostics;
using System.Globalization;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>What a process pays when it writes and reads an order for the first time.</summary>
internal static class ColdStart
{
    private const int Processes = 5;

    /// <summary>The median of several fresh processes, in milliseconds.</summary>
    public static double Measure(string contestant) => Statistics.Median([.. Enumerable.Range(0, Processes).Select(_ => Start(contestant))]);

    /// <summary>Measures in this process, which must not have used the contestant before, and prints milliseconds.</summary>
    public static void Run(Contestant contestant) =>
        Console.WriteLine((contestant.Codecs.Single(codec => codec.Payload == AllPayloads.Order).FirstUse() / 1e6).ToString(CultureInfo.InvariantCulture));

    private static double Start(string contestant)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = [Options.FirstUseOption, contestant];
        var info = new ProcessStartInfo(program, isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
