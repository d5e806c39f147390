using System.Globalization;
using System.Threading.Channels;

namespace Messaging.Codegen.Chaos.Roles;

/// <summary>
/// The numbers whose publish a stream acknowledged: the promises that the ledger holds the library to. One line each, flushed to the
/// disk; a line that a kill tore apart counts as not written.
/// </summary>
internal sealed class Journal : IAsyncDisposable
{
    private readonly Channel<long> _entries = Channel.CreateUnbounded<long>(new() { SingleReader = true });
    private readonly FileStream _file;
    private readonly Task _writing;

    public Journal(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        CutTornLine();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Reads what is there; a torn last line is left out.</summary>
    public static IEnumerable<long> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        return text[..(text.LastIndexOf('\n') + 1)]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => long.Parse(line, CultureInfo.InvariantCulture));
    }

    public void Add(long number) => _entries.Writer.TryWrite(number);

    public async ValueTask DisposeAsync()
    {
        _entries.Writer.Complete();
        await _writing;
        await _file.DisposeAsync();
    }

    private void CutTornLine()
    {
        var length = _file.Length;
        while (length > 0)
        {
            _file.Position = length - 1;
            if (_file.ReadByte() == '\n')
            {
                break;
            }

            length--;
        }

        _file.SetLength(length);
        _file.Position = length;
    }

    private async Task WriteAsync()
    {
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (_entries.Reader.TryRead(out var number))
            {
                _file.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n")));
            }

            _file.Flush(flushToDisk: true);
        }
    }
}
