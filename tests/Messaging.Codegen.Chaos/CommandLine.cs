using System.Globalization;

namespace Messaging.Codegen.Chaos;

/// <summary><c>ROLE --name value --flag</c>.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private CommandLine(string role) => Role = role;

    public string Role { get; }

    /// <summary>What was given and is not known: a misspelt option must not pass.</summary>
    public IEnumerable<string> Unknown(params string[] known) => _values.Keys.Where(name => !known.Contains(name));

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var hasRole = arguments.Count > 0 && !arguments[0].StartsWith('-');
        var line = new CommandLine(hasRole ? arguments[0] : "run");
        for (var i = hasRole ? 1 : 0; i < arguments.Count; i++)
        {
            var name = arguments[i].StartsWith("--", StringComparison.Ordinal)
                ? arguments[i][2..]
                : throw new ArgumentException($"'{arguments[i]}' is no option.");
            var isFlag = i + 1 == arguments.Count || arguments[i + 1].StartsWith("--", StringComparison.Ordinal);
            line._values[name] = isFlag ? "" : arguments[++i];
        }

        return line;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name) => _values.GetValueOrDefault(name) ?? throw new ArgumentException($"--{name} is missing.");

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name) ?? otherwise;

    public int Number(string name, int otherwise) => _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public Sabotage Sabotage => Enum.Parse<Sabotage>(Text("sabotage", "none").Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
