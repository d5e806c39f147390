using SharpFuzz;

namespace Messaging.Codegen.Fuzz;

/// <summary>Rewrites assemblies so that they count the branches that they take. Not those that this process runs: work on a copy.</summary>
internal static class Instrumentation
{
    public static void Apply(IEnumerable<string> assemblies)
    {
        foreach (string assembly in assemblies)
        {
            int types = Fuzzer.Instrument(assembly, static _ => true, Options.Value).Count();
            Console.WriteLine($"{assembly}: {types} types");
        }
    }
}
