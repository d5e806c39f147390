using System.Globalization;

namespace Orders;

/// <summary>What one process does.</summary>
public enum Role
{
    /// <summary>It publishes the orders, handles them, and draws up the ledger.</summary>
    All,

    /// <summary>It only publishes.</summary>
    Publisher,

    /// <summary>It only handles.</summary>
    Consumer,
}

/// <summary>The arguments of the program.</summary>
public sealed record CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage =
        """
        Orders: checkout -> billing -> shipping, over an embedded broker or a nats-server.

        Usage: dotnet run --project samples/Orders -- [options]

          --nats URL               use the nats-server at URL, for example nats://127.0.0.1:4222; default: an embedded broker
          --input FILE             read orders from FILE, .csv or .jsonl; default: the dataset that comes with the sample
          --role ROLE              all (default), publisher, or consumer; the last two need --nats
          --exit-when-idle SECONDS end a consumer when no message has arrived for so long; default: it ends at Ctrl+C
          --verbose                print the log to standard error
          --help                   show this

        The last line is the ledger: sent = handled + retrying + dead-lettered + quarantined + lost.
        Exit codes: 0 success, 1 failure or a lost order, 2 wrong arguments.
        """;

    /// <summary>The server, or null for the embedded broker.</summary>
    public string? NatsUrl { get; private init; }

    /// <summary>The input.</summary>
    public string Input { get; private init; } =
        Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(AppContext.BaseDirectory, "data", "orders.csv"));

    /// <summary>What this process does.</summary>
    public Role Role { get; private init; }

    /// <summary>How long a consumer waits for another message before it ends; null means for ever.</summary>
    public TimeSpan? ExitWhenIdle { get; private init; }

    /// <summary>Whether to print the log.</summary>
    public bool Verbose { get; private init; }

    /// <summary>Whether only to show <see cref="Usage"/>.</summary>
    public bool Help { get; private init; }

    /// <summary>Reads the arguments.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The result.</param>
    /// <param name="problem">What is wrong, when the result is false.</param>
    public static bool TryParse(string[] args, out CommandLine options, out string problem)
    {
        options = new CommandLine();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            CommandLine? next;
            (next, problem) = args[i] switch
            {
                "--help" or "-h" => (options with { Help = true }, ""),
                "--verbose" => (options with { Verbose = true }, ""),
                "--nats" or "--input" or "--role" or "--exit-when-idle" when value.Length == 0 => (null, $"{args[i]} needs a value"),
                "--nats" => (options with { NatsUrl = value }, ""),
                "--input" => (options with { Input = value }, ""),
                "--role" when Enum.TryParse<Role>(value, ignoreCase: true, out var role) && Enum.IsDefined(role) =>
                    (options with { Role = role }, ""),
                "--role" => (null, $"--role must be all, publisher or consumer, not '{value}'"),
                "--exit-when-idle" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is > 0 and <= 86_400 => (options with { ExitWhenIdle = TimeSpan.FromSeconds(seconds) }, ""),
                "--exit-when-idle" => (null, $"--exit-when-idle must be a number of seconds, not '{value}'"),
                _ => (null, $"unknown option '{args[i]}'"),
            };
            if (next is null)
            {
                return false;
            }

            options = next;
            i += args[i] is "--help" or "-h" or "--verbose" ? 0 : 1;
        }

        problem = options.FindContradiction() ?? "";
        return problem.Length == 0;
    }

    private string? FindContradiction() => this switch
    {
        { Help: true } => null,
        { NatsUrl: null, Role: not Role.All } => $"--role {Role.ToString().ToLowerInvariant()} needs --nats: the embedded broker lives in one process",
        { ExitWhenIdle: not null, Role: not Role.Consumer } => "--exit-when-idle needs --role consumer",
        { Role: Role.Consumer } => null,
        _ when !OrderFile.Extensions.Contains(Path.GetExtension(Input), StringComparer.OrdinalIgnoreCase) =>
            $"--input must be a .csv or .jsonl file, not '{Input}'",
        _ when !File.Exists(Input) => $"there is no file '{Input}'",
        _ => null,
    };
}
