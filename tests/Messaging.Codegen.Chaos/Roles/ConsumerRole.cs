using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Chaos.Roles;

/// <summary>Runs the handlers until it is told to stop, or killed.</summary>
internal static class ConsumerRole
{
    public static async Task<int> RunAsync(CommandLine line)
    {
        using var host = Service.Build(line, runHandlers: true);
        await host.StartAsync(ParentProcess.Gone);
        Console.WriteLine(Service.Ready);
        await host.WaitForShutdownAsync(ParentProcess.Gone);
        return ExitCodes.Balanced;
    }
}
