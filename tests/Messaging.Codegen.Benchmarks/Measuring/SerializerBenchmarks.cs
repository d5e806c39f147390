using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>The same work under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class SerializerBenchmarks
{
    private const int Operations = 16;
    private Work _serialize = null!;
    private Work _deserialize = null!;

    public static IEnumerable<string> Payloads => AllPayloads.All.Select(payload => payload.Name);

    public static IEnumerable<string> Contestants => AllContestants.All.Select(contestant => contestant.Name);

    [ParamsSource(nameof(Payloads))]
    public string Payload { get; set; } = "";

    [ParamsSource(nameof(Contestants))]
    public string Contestant { get; set; } = "";

    /// <summary>Runs what the arguments of BenchmarkDotNet select, in this process: it has the settings to measure with.</summary>
    public static void Run(string[] args) => BenchmarkSwitcher
        .FromTypes([typeof(SerializerBenchmarks)])
        .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    [GlobalSetup]
    public void SetUp()
    {
        Codec codec = AllContestants.All.Single(contestant => contestant.Name == Contestant).Create()
            .Codecs.Single(codec => codec.Payload.Name == Payload);
        _serialize = codec.Serialize(1);
        _deserialize = codec.Deserialize(1, 1);
    }

    [Benchmark(OperationsPerInvoke = Operations), BenchmarkCategory("serialize")]
    public void Serialize() => _serialize.Run(Operations);

    [Benchmark(OperationsPerInvoke = Operations), BenchmarkCategory("deserialize")]
    public void Deserialize() => _deserialize.Run(Operations);
}
