using System.Reflection;
using Orders.Contracts;

namespace Orders;

/// <summary>Where the compiler has written what the generator emits for this program; nowhere on another machine than the one that built it.</summary>
internal static class EmittedFiles
{
    private const string Generator = "Messaging.Codegen.Generators";

    /// <summary>Prints the files that exist.</summary>
    public static void Print()
    {
        foreach (var assembly in (Assembly[])[typeof(OrderPlaced).Assembly, typeof(EmittedFiles).Assembly])
        {
            foreach (var file in Find(assembly))
            {
                Console.WriteLine($"emitted {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
            }
        }
    }

    private static IEnumerable<string> Find(Assembly assembly)
    {
        var folder = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "EmittedFiles")?.Value;
        var generated = folder is null ? null : Path.Combine(folder, Generator);
        return Directory.Exists(generated)
            ? Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }
}
