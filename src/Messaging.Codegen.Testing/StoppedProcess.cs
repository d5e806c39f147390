namespace Messaging.Codegen.Testing;

/// <summary>Sees a process stand still. The signal that stops it works thread by thread, after it was sent.</summary>
internal static class StoppedProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when all threads of the process have stopped, at once where the system does not tell.</summary>
    public static void WaitFor(int processId)
    {
        var tasks = $"/proc/{processId}/task";
        if (Directory.Exists(tasks))
        {
            SpinWait.SpinUntil(() => Directory.EnumerateDirectories(tasks).All(HasStopped), Patience);
        }
    }

    private static bool HasStopped(string task)
    {
        try
        {
            // "id (name) state …"; the name may hold anything, also brackets.
            var status = File.ReadAllText(Path.Combine(task, "stat"));
            return status[status.LastIndexOf(')') + 2] is 'T' or 't' or 'Z' or 'X';
        }
        catch (IOException)
        {
            // The thread is gone.
            return true;
        }
    }
}
