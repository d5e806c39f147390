using System.Globalization;

namespace Messaging.Codegen.Fuzz;

/// <summary>A command, what it is about, and options with values.</summary>
internal sealed record CommandLine(string Command, IReadOnlyList<string> Operands, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Null when there is no command or an option has no value.</summary>
    public static CommandLine? Parse(string[] args)
    {
        if (args.Length == 0)
            return null;
        List<string> operands = [];
        Dictionary<string, string> options = [];
        for (int i = 1; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                operands.Add(args[i]);
            else if (i + 1 < args.Length)
                options[args[i][2..]] = args[++i];
            else
                return null;
        }
        return new CommandLine(args[0], operands, options);
    }

    public string Text(string option, string otherwise) => Options.GetValueOrDefault(option, otherwise);

    public long Number(string option, long otherwise) =>
        Options.TryGetValue(option, out string? value) ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
