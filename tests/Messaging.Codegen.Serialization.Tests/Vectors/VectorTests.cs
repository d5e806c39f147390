using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Messaging.Codegen.Contracts;
using Messaging.Codegen.Fuzz.Vectors;

namespace Messaging.Codegen.Serialization.Tests.Vectors;

/// <summary>The golden vectors, here and in other languages. <c>Messaging.Codegen.Fuzz vectors tests/vectors</c> prints them anew.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> Files => [.. VectorSets.All().Select(set => set.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_what_is_printed(string file) =>
        Assert.Equal(VectorFile.Print(Vectors(file)), File.ReadAllText(Path.Combine(Folder(), file)));

    [Fact]
    public void There_is_no_other_file() =>
        Assert.Equal(VectorSets.All().Select(set => set.File).Order(), Directory.EnumerateFiles(Folder(), "*.json").Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void What_we_write_MessagePackCSharp_reads_and_writes(string file)
    {
        foreach (Vector vector in Vectors(file).Where(vector => vector.Writes is not null))
        {
            Assert.Equal(vector.Writes, vector.Contract.OracleWrite(vector.Contract.Read(vector.Payload)));
            Assert.Equal(vector.Writes, vector.Contract.OracleWrite(vector.Contract.OracleRead(vector.Writes!)));
        }
    }

    [VectorFact("MSGPACK_NODE")]
    public async Task Node_reads_every_vector_and_we_read_what_it_writes() =>
        Check(await Run("node", [Path.Combine(Folder(), "check.mjs"), VectorFactAttribute.Value("MSGPACK_NODE")!, .. Paths()], null), mayLack: true);

    [VectorFact("MSGPACK_PYTHON")]
    public async Task Python_reads_every_vector_and_we_read_what_it_writes() =>
        Check(await Run("python3", [Path.Combine(Folder(), "check.py"), .. Paths()], VectorFactAttribute.Value("MSGPACK_PYTHON")), mayLack: false);

    private static void Check(string[] lines, bool mayLack)
    {
        Dictionary<(string, string), string?> encoded = [];
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            encoded.Add((root.GetProperty("file").GetString()!, root.GetProperty("name").GetString()!), root.GetProperty("hex").GetString());
        }

        int read = 0;
        foreach ((string file, IReadOnlyList<Vector> vectors) in VectorSets.All())
        {
            foreach (Vector vector in vectors)
            {
                if (encoded[(file, vector.Name)] is not { } hex)
                {
                    Assert.True(mayLack, vector.Name);
                    continue;
                }
                read++;
                byte[] payload = Convert.FromHexString(hex);
                if (vector.Writes is { } writes)
                    Assert.Equal(writes, vector.Contract.Write(vector.Contract.Read(payload)));
                else
                    Assert.Equal(vector.Refusal!.Expected, Assert.Throws<MessageFormatException>(() => vector.Contract.Read(payload)).Expected);
            }
        }
        Assert.True(read > encoded.Count * 3 / 4, $"{read} of {encoded.Count}");
    }

    private static async Task<string[]> Run(string program, IEnumerable<string> arguments, string? pythonPath)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (pythonPath is not null)
            start.Environment["PYTHONPATH"] = pythonPath;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IReadOnlyList<Vector> Vectors(string file) => VectorSets.All().Single(set => set.File == file).Vectors;

    private static IEnumerable<string> Paths() => Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../vectors"));
}
