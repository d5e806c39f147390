using System.Diagnostics;
using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Analyzers.Tests.Docs;
using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Baseline;

/// <summary><c>dotnet build -t:ShipContracts</c>, by the real build.</summary>
public class ShipTests
{
    [Fact]
    public async Task What_was_accepted_is_released_and_what_it_replaced_is_remembered()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (shipped, unshipped) = (Path.Combine(folder.FullName, BaselineFile.ShippedName), Path.Combine(folder.FullName, BaselineFile.UnshippedName));
            await File.WriteAllTextAsync(shipped, BaselineTexts.Print(
                "orders.placed/v1 key 000 Id i32!",
                "orders.placed/v1 key 001 Note str",
                "orders.placed/v1 key 002 Old str?",
                "orders.placed/v1 message event    # CLR Shop.OrderPlaced",
                "orders.placed/v1 subject orders.placed"));
            await File.WriteAllTextAsync(unshipped, BaselineTexts.Print(
                "orders.placed/v1 break \"soon\"",
                "orders.placed/v1 key 001 Note str?",
                "orders.placed/v1 key 002 *RESERVED* Old str?",
                "orders.placed/v1 key 003 New i32",
                "orders.placed/v1 subject orders.*"));

            await ShipAsync(folder.FullName);

            Assert.Equal(
                BaselineTexts.Print(
                    "orders.placed/v1 key 000 Id i32!",
                    "orders.placed/v1 key 001 *WAS* Note str",
                    "orders.placed/v1 key 001 Note str?",
                    "orders.placed/v1 key 002 *RESERVED* Old str?",
                    "orders.placed/v1 key 003 New i32",
                    "orders.placed/v1 message event    # CLR Shop.OrderPlaced",
                    "orders.placed/v1 subject orders.*"),
                await File.ReadAllTextAsync(shipped));
            Assert.Equal(BaselineTexts.Print(), await File.ReadAllTextAsync(unshipped));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ShipAsync(string folder)
    {
        var targets = Path.Combine(RulePage.Folder, "..", "..", "src", "Messaging.Codegen", "buildTransitive", "Messaging.Codegen.targets");
        var project = Path.Combine(folder, "Shop.proj");
        await File.WriteAllTextAsync(project, $"<Project><Import Project=\"{Path.GetFullPath(targets)}\" /></Project>");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-t:ShipContracts", "-nologo", "-v:m"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode == 0, output);
    }
}
