using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>The files of a project, found by their names among its additional files.</summary>
internal sealed class BaselineFiles
{
    private readonly List<(BaselineFile File, SourceText Text)> _files = [];

    private BaselineFiles()
    {
    }

    /// <summary>True when the project has a file of released facts.</summary>
    public bool HasShipped { get; private set; }

    /// <summary>True when the project has a file of accepted facts.</summary>
    public bool HasUnshipped { get; private set; }

    /// <summary>What the files say.</summary>
    public ContractBaseline Baseline { get; private set; } = new([], []);

    public static BaselineFiles Read(ImmutableArray<AdditionalText> additionalFiles, CancellationToken cancellationToken)
    {
        var files = new BaselineFiles();
        var shipped = files.Read(additionalFiles, BaselineFile.ShippedName, cancellationToken);
        var unshipped = files.Read(additionalFiles, BaselineFile.UnshippedName, cancellationToken);
        files.HasShipped = shipped is not null;
        files.HasUnshipped = unshipped is not null;
        files.Baseline = new ContractBaseline(shipped?.Facts ?? [], unshipped?.Facts ?? []);
        return files;
    }

    /// <summary>What is wrong with the files, with the places in them.</summary>
    public IEnumerable<(string Name, string Message, Location Location)> Errors()
    {
        foreach (var (file, text) in _files)
        {
            foreach (var error in file.Errors)
            {
                yield return (Path.GetFileName(file.Path), error.Message, Location.Create(file.Path, error.Span, text.Lines.GetLinePositionSpan(error.Span)));
            }
        }
    }

    private BaselineFile? Read(ImmutableArray<AdditionalText> additionalFiles, string name, CancellationToken cancellationToken)
    {
        var additional = additionalFiles.FirstOrDefault(file => Path.GetFileName(file.Path) == name);
        if (additional?.GetText(cancellationToken) is not { } text || BaselineFile.IsAbsent(text))
        {
            return null;
        }

        var file = BaselineFile.Parse(additional.Path, text);
        _files.Add((file, text));
        return file;
    }
}
