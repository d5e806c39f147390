using System.Runtime.InteropServices;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.PackageTests;

/// <summary>The native binary of <c>Messaging.Codegen.AotApp</c>, published once.</summary>
public sealed class NativeApp : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("messaging-aot-");

    public string Binary => Path.Combine(_folder.FullName, "Messaging.Codegen.AotApp");

    public string PublishOutput { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var project = Path.Combine(Repository.Root, "tests", "Messaging.Codegen.AotApp");
        var result = await Command.DotnetAsync(
            project, "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", _folder.FullName, "--nologo", "-p:TrimmerSingleWarn=false");
        PublishOutput = result.Succeeded().Output;
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class AotTests(NativeApp app) : IClassFixture<NativeApp>
{
    private const string Verdict = "sent=50 handled=47 retried=";

    [Fact]
    public void Publishing_gives_no_trim_or_aot_warning()
    {
        Assert.DoesNotContain("warning IL", app.PublishOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("error IL", app.PublishOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_native_binary_publishes_consumes_retries_and_dead_letters_over_a_real_server()
    {
        await using var server = await NatsServer.StartAsync();
        var result = (await Command.RunAsync(app.Binary, Path.GetTempPath(), server.Url)).Succeeded();
        Assert.Contains(Verdict, result.Output, StringComparison.Ordinal);
        Assert.Contains("dead-lettered=3 quarantined=0 copies=3 sum=42", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_native_binary_runs_in_memory()
    {
        var result = (await Command.RunAsync(app.Binary, Path.GetTempPath())).Succeeded();
        Assert.Contains(Verdict, result.Output, StringComparison.Ordinal);
    }
}
