namespace Messaging.Codegen.Chaos.Roles;

/// <summary>A worker ends with the process that started it, however that ends: its standard input is a pipe from there.</summary>
internal static class ParentProcess
{
    private static readonly CancellationTokenSource Ended = new();

    /// <summary>Cancelled when the parent has closed the pipe.</summary>
    public static CancellationToken Gone { get; } = Watch();

    private static CancellationToken Watch()
    {
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            await Ended.CancelAsync();
        });
        return Ended.Token;
    }
}
