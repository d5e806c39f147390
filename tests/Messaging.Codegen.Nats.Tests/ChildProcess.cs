using System.Diagnostics;
using Messaging.Codegen.Nats.Tests.Consuming;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Nats.Tests;

/// <summary>This assembly as a program of its own, for tests that kill a process.</summary>
internal static class ChildProcess
{
    /// <summary>Starts this assembly in another process, with a pipe from its standard output.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }

    private static async Task<int> Main(string[] arguments)
    {
        return arguments switch
        {
            ["serve"] => await ServeAsync(),
            [PoisonProcess.Command, var url] => await PoisonProcess.RunAsync(url),
            _ => 2,
        };
    }

    private static async Task<int> ServeAsync()
    {
        await using var server = await NatsServer.StartAsync();
        Console.WriteLine(server.ProcessId);
        Console.WriteLine(server.Log.ReplaceLineEndings(" "));

        // Until the parent closes the pipe, should it fail to kill this process.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
