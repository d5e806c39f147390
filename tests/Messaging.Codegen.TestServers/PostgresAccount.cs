using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.TestServers;

/// <summary>
/// The account that a server runs under: this process's own, or, as PostgreSQL refuses to run as root, another one that every machine has.
/// </summary>
internal sealed partial class PostgresAccount
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    private readonly int _user;
    private readonly int _group;

    private PostgresAccount(int user, int group)
    {
        _user = user;
        _group = group;
    }

    /// <summary>The account to change to, or null when there is no need.</summary>
    public static PostgresAccount? Other()
    {
        if (OperatingSystem.IsWindows() || GetEffectiveUserId() != 0)
        {
            return null;
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToArray();
        return Preferred
            .Select(name => Array.Find(accounts, fields => fields[0] == name))
            .Where(fields => fields is not null)
            .Select(fields => new PostgresAccount(int.Parse(fields![2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)))
            .FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL does not run as root, and this machine has neither an account 'postgres' nor 'nobody'.");
    }

    /// <summary>Makes a folder the account's own.</summary>
    public void Own(string folder)
    {
        if (ChangeOwner(folder, _user, _group) != 0)
        {
            throw new InvalidOperationException($"The folder '{folder}' could not be given to the account {_user}.");
        }
    }

    /// <summary>The same start under the account. The process keeps its id: setpriv replaces itself by the program.</summary>
    public void Apply(ProcessStartInfo start)
    {
        var program = start.FileName;
        string[] prefix = [$"--reuid={_user}", $"--regid={_group}", "--clear-groups", "--", program];
        start.FileName = "setpriv";
        for (var i = 0; i < prefix.Length; i++)
        {
            start.ArgumentList.Insert(i, prefix[i]);
        }
    }

    /// <summary>True when the account gets at what lies in <paramref name="folder"/>: a home of root's is closed to it.</summary>
    public static bool CanReach(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(at).HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, int user, int group);
}
