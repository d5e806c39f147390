using System.Text.Json;
using Orders;

namespace Messaging.Codegen.Samples.Tests.Running;

/// <summary>An input file of a test's own.</summary>
internal sealed class InputFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orders-");

    public InputFile(string name, string text)
    {
        Name = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(Name, text);
    }

    /// <summary>The file's path.</summary>
    public string Name { get; }

    /// <summary>The first orders of the dataset as JSON lines.</summary>
    public static InputFile FromDataset(int orders) => new(
        "orders.jsonl",
        string.Concat(OrderFile.Read(Samples.Dataset, _ => { }).Take(orders)
            .Select(order => JsonSerializer.Serialize(order, OrderJsonContext.Default.OrderPlaced) + "\n")));

    public void Dispose() => _folder.Delete(recursive: true);
}
