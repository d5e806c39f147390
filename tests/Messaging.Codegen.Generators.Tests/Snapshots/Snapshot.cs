using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Generators.Tests.Snapshots;

/// <summary>
/// Compares text with a file beside the test. With the environment variable <c>UPDATE_SNAPSHOTS=1</c> it writes the file instead; then the change is
/// reviewed like any other.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, name + ".verified.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Assert.Null(Environment.GetEnvironmentVariable("CI"));
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no {file} yet; run with UPDATE_SNAPSHOTS=1.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
