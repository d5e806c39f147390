using System.Diagnostics;

namespace Messaging.Codegen.Samples.Tests;

public sealed class DatasetTests
{
    [Fact]
    public async Task The_script_makes_the_dataset_again_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("dataset-");
        try
        {
            var made = Path.Combine(folder.FullName, "orders.csv");
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", Samples.PathOf("samples", "Orders", "data", "make-orders.cs"), "--", made])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(4));
            await process.WaitForExitAsync(timeout.Token);

            Assert.True(process.ExitCode == 0, await output + await errors);
            Assert.Equal(await File.ReadAllBytesAsync(Samples.Dataset), await File.ReadAllBytesAsync(made));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
