using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.Graphs;

/// <summary>Random graphs of every contract through our serializer and MessagePack-CSharp.</summary>
[Properties(Arbitrary = [typeof(Tapes)], MaxTest = 100)]
public sealed class GraphPropertyTests
{
    [Property]
    public void We_write_the_bytes_of_MessagePackCSharp(Tape tape) => All(contract =>
    {
        object message = tape.Make(contract);
        Assert.Equal(Convert.ToHexString(contract.OracleWrite(message)), Convert.ToHexString(contract.Write(message)));
    });

    [Property]
    public void We_read_the_graph_that_we_wrote(Tape tape) => All(contract =>
    {
        object message = tape.Make(contract);
        Assert.Null(GraphEquality.Difference(message, contract.Read(contract.Write(message))));
    });

    [Property]
    public void MessagePackCSharp_reads_the_graph_that_we_wrote(Tape tape) => All(contract =>
    {
        object message = tape.Make(contract);
        Assert.Null(GraphEquality.Difference(message, contract.OracleRead(contract.Write(message))));
    });

    [Property]
    public void We_read_the_graph_that_MessagePackCSharp_wrote(Tape tape) => All(contract =>
    {
        object message = tape.Make(contract);
        Assert.Null(GraphEquality.Difference(message, contract.Read(contract.OracleWrite(message))));
    });

    [Property]
    public void Over_an_earlier_message_we_read_what_we_read_anew(Tape earlier, Tape tape) => All(contract =>
    {
        object before = contract.Read(contract.Write(earlier.Make(contract)));
        byte[] payload = contract.Write(tape.Make(contract));
        object over = contract.ReadOver(before, payload);
        Assert.Equal(Convert.ToHexString(contract.Write(contract.Read(payload))), Convert.ToHexString(contract.Write(over)));
    });

    /// <summary>What the command line does with a million graphs.</summary>
    [Fact]
    public void Two_thousand_graphs_of_everything_agree()
    {
        for (ulong seed = 0; seed < 2000; seed++)
            Assert.Null(Agreement.Check(ContractCase.All[0], ContractCase.All[0].Make(new Choices(seed))));
    }

    [Fact]
    public void A_failing_graph_is_shrunk_to_what_matters()
    {
        var runner = new Recorder();
        Prop.ForAll(Tapes.Any(), (Tape tape) => (((Tree)tape.Make(TreeCase)).Children?.Count ?? 0) < 2)
            .Check(Config.Quick.WithRunner(runner));
        Tree tree = (Tree)Assert.IsType<Tape>(runner.Smallest).Make(TreeCase);
        Assert.Equal(0, tree.Number);
        Assert.Null(tree.Next);
        Assert.Equal([null, null], tree.Children!);
    }

    private static ContractCase TreeCase => ContractCase.All.Single(contract => contract.Type == typeof(Tree));

    private static void All(Action<ContractCase> prove)
    {
        foreach (ContractCase contract in ContractCase.All)
            prove(contract);
    }

    private sealed class Recorder : IRunner
    {
        public object? Smallest { get; private set; }

        public void OnStartFixture(Type type)
        {
        }

        public void OnArguments(int test, Microsoft.FSharp.Collections.FSharpList<object> arguments, Microsoft.FSharp.Core.FSharpFunc<int, Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(Microsoft.FSharp.Collections.FSharpList<object> arguments, Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult result) => Smallest = ((TestResult.Failed)result).Item3.Single();
    }
}
