using Messaging.Codegen.Fuzz;

const string Usage = """
    Usage: Messaging.Codegen.Fuzz COMMAND [options]

      graphs   random graphs of every contract: our bytes are MessagePack-CSharp's, and each reads the other's
               --count N (1000000)  --seed N (1)

    The exit code is 0 only if nothing was found.
    """;

var options = CommandLine.Parse(args);
switch (options?.Command)
{
    case "graphs":
        return GraphRun.Run(options.Number("count", 1_000_000), options.Number("seed", 1));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
