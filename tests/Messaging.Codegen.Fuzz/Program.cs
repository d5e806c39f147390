using Messaging.Codegen.Fuzz;
using Messaging.Codegen.Fuzz.Vectors;

const string Usage = """
    Usage: Messaging.Codegen.Fuzz COMMAND [options]

      graphs              random graphs of every contract: our bytes are MessagePack-CSharp's, and each reads the other's
                          --count N (1000000)  --seed N (1)
      fuzz                arbitrary bytes through every reader, guided by coverage when the assemblies are instrumented
                          --executions N (10000000)  --seconds N (3600)  --seed N (1)  --corpus FOLDER  --findings FOLDER
      afl                 one input after the other from AFL++
      seeds FOLDER        writes a few payloads of every contract, to start a fuzzer with
      check FILE...       runs inputs that a fuzzer has kept
      vectors FOLDER      prints the golden vectors
      instrument FILE...  makes assemblies tell which branches they take

    An input is the position of a contract in ContractCase.All, one byte, and a payload. The exit code is 0 only if nothing was found.
    """;

var options = CommandLine.Parse(args);
switch (options?.Command)
{
    case "graphs":
        return GraphRun.Run(options.Number("count", 1_000_000), options.Number("seed", 1));
    case "fuzz":
        // Before anything of the instrumented assemblies runs.
        using (var coverage = new Coverage())
        using (var target = new Target())
        {
            return new FuzzRun(target, coverage, options.Number("seed", 1), options.Text("findings", "findings"))
                .Run(options.Number("executions", 10_000_000), TimeSpan.FromSeconds(options.Number("seconds", 3600)), options.Text("corpus", ""));
        }
    case "afl":
        Afl.Run();
        return 0;
    case "seeds" when options.Operands is [var folder]:
        Seeds.Write(folder);
        return 0;
    case "vectors" when options.Operands is [var vectors]:
        VectorFile.WriteAll(vectors);
        return 0;
    case "check":
        return Kept.Check(options.Operands);
    case "instrument":
        Instrumentation.Apply(options.Operands);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
