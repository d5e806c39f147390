using System.Diagnostics;
using System.Runtime.CompilerServices;
using Messaging.Codegen.Fuzz;

namespace Messaging.Codegen.Serialization.Tests.Fuzz;

/// <summary>The fuzz target for a short while, guided by coverage, with the same inputs each time; and every input that it has ever stumbled over.</summary>
public sealed class FuzzTests
{
    private const int Executions = 60_000;

    [Fact]
    public void Inputs_that_were_found_once_stay_fixed()
    {
        using var target = new Target();
        foreach (string file in Kept.Files(Corpus()))
            Assert.True(target.Run(File.ReadAllBytes(file)) is null, $"{file}: {target.Run(File.ReadAllBytes(file))}");
    }

    [Fact]
    public void Seeds_are_read()
    {
        using var target = new Target();
        foreach (byte[] input in Seeds.All())
            Assert.Null(target.Run(input));
    }

    [Fact]
    public async Task Arbitrary_bytes_give_a_message_or_the_one_exception()
    {
        string built = AppContext.BaseDirectory.Replace("Messaging.Codegen.Serialization.Tests", "Messaging.Codegen.Fuzz", StringComparison.Ordinal);
        string work = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(built))
                File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
            string[] instrumented = [Path.Combine(work, "Messaging.Codegen.dll"), Path.Combine(work, "Messaging.Codegen.Contracts.dll")];
            await Run(built, ["instrument", .. instrumented]);

            string output = await Run(work, ["fuzz", "--executions", $"{Executions}", "--seconds", "240", "--seed", "1", "--findings", Path.Combine(work, "findings"), "--corpus", Corpus()]);
            Assert.Contains($"{Executions} executions", output, StringComparison.Ordinal);
            Assert.Contains(": 0 findings", output, StringComparison.Ordinal);
            Assert.DoesNotContain("not instrumented", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<string> Run(string folder, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder, "Messaging.Codegen.Fuzz.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await output}{await error}");
        return await output;
    }

    private static string Corpus([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "corpus");
}
