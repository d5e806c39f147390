using System.Diagnostics;
using System.Security.Cryptography;
using Messaging.Codegen.Contracts;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Fuzz;

/// <summary>
/// Fuzzing in this process: inputs are damaged, those that take new branches are kept to be damaged further. The same seed tries the same inputs,
/// as far as the time goes.
/// </summary>
/// <param name="target">What is fuzzed.</param>
/// <param name="coverage">What guides.</param>
/// <param name="seed">Of the random numbers.</param>
/// <param name="findings">The folder for inputs that something is wrong with.</param>
internal sealed class FuzzRun(Target target, Coverage coverage, long seed, string findings)
{
    private const int MaxFindings = 20;

    private readonly Random _random = new((int)seed);
    private readonly List<byte[]> _corpus = [];
    private readonly HashSet<string> _wrongs = [];

    /// <returns>The exit code.</returns>
    public int Run(long executions, TimeSpan time, string corpus)
    {
        var clock = Stopwatch.StartNew();
        long done = 0;
        foreach (byte[] input in Start(corpus))
        {
            if (Try(input) || _corpus.Count == 0)
                _corpus.Add(input);
            done++;
        }
        if (coverage.Branches == 0)
            Console.WriteLine("The assemblies are not instrumented: nothing guides this run.");
        while (done < executions && _wrongs.Count < MaxFindings && (done % 256 != 0 || clock.Elapsed < time))
        {
            byte[] input = Next();
            if (Try(input))
                _corpus.Add(input);
            if (++done % 1_000_000 == 0)
                Console.WriteLine($"{done} executions, {clock.Elapsed.TotalSeconds:0} s, {coverage.Branches} branches, {_corpus.Count} inputs kept");
        }
        Console.WriteLine($"{done} executions, {clock.Elapsed.TotalSeconds:0} s, {coverage.Branches} branches, {_corpus.Count} inputs kept: {_wrongs.Count} findings");
        return _wrongs.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<byte[]> Start(string corpus) =>
        corpus.Length == 0 ? Seeds.All() : [.. Seeds.All(), .. Kept.Files(corpus).Select(File.ReadAllBytes)];

    /// <returns>True when the input took a branch that none has taken before.</returns>
    private bool Try(byte[] input)
    {
        coverage.Begin();
        string? wrong = target.Run(input);
        bool isNew = coverage.End();
        // One input of a kind is enough: what is wrong, without the numbers in it.
        if (wrong is not null && _wrongs.Add(string.Concat(wrong.Split('\n')[0].Where(c => !char.IsDigit(c)))))
            Keep(input, wrong);
        return isNew;
    }

    private byte[] Next()
    {
        byte[] parent = _corpus[_random.Next(4) == 0 ? _random.Next(_corpus.Count) : Math.Max(_random.Next(_corpus.Count), _random.Next(_corpus.Count))];
        byte[] payload = _random.Next(40) switch
        {
            0 => Fresh(parent[0]),
            1 => Splice(parent[1..]),
            _ => parent[1..],
        };
        for (int i = 1 + _random.Next(3); i > 0; i--)
            payload = Mutation.Of(payload, _random);
        return [_random.Next(200) == 0 ? (byte)_random.Next(ContractCase.All.Count) : parent[0], .. payload];
    }

    private byte[] Fresh(byte contract)
    {
        ContractCase of = ContractCase.All[contract % ContractCase.All.Count];
        return of.Write(of.Make(new Choices((ulong)_random.NextInt64())));
    }

    /// <summary>The beginning of one payload and the end of another.</summary>
    private byte[] Splice(byte[] payload)
    {
        byte[] other = _corpus[_random.Next(_corpus.Count)];
        return [.. payload.AsSpan(0, _random.Next(payload.Length + 1)), .. other.AsSpan(_random.Next(1, other.Length + 1))];
    }

    private void Keep(byte[] input, string wrong)
    {
        Directory.CreateDirectory(findings);
        string file = Path.Combine(findings, $"{ContractCase.All[input[0] % ContractCase.All.Count]}-{Convert.ToHexString(SHA256.HashData(input), 0, 4)}");
        File.WriteAllBytes(file, input);
        Console.WriteLine($"{file}: {wrong}");
    }
}
