using System.Diagnostics;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Fuzz;

/// <summary>Many random graphs, half of them of everything at once, the others of one contract after the other.</summary>
internal static class GraphRun
{
    /// <returns>The exit code.</returns>
    public static int Run(long count, long seed)
    {
        var clock = Stopwatch.StartNew();
        long found = 0;
        long bytes = 0;
        for (long i = 0; i < count && found < 10; i++)
        {
            ContractCase contract = i % 2 == 0 ? ContractCase.All[0] : ContractCase.All[(int)(i / 2 % ContractCase.All.Count)];
            object message = contract.Make(new Choices((ulong)(seed * 1_000_003 + i) * 0xd1342543de82ef95));
            bytes += contract.Write(message).Length;
            if (Agreement.Check(contract, message) is { } difference)
            {
                found++;
                Console.WriteLine($"seed {seed}, graph {i}: {difference}");
            }
        }
        Console.WriteLine($"{count} graphs, {bytes} bytes, {clock.Elapsed.TotalSeconds:0} s: {found} differences");
        return found == 0 ? 0 : 1;
    }
}
