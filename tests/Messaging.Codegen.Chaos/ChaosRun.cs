using System.Globalization;
using Messaging.Codegen.Chaos.Audit;
using Messaging.Codegen.Chaos.Faults;
using Messaging.Codegen.Chaos.Roles;
using Messaging.Codegen.Nats;
using Messaging.Codegen.Postgres;
using Messaging.Codegen.TestServers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Messaging.Codegen.Chaos;

/// <summary>Starts everything, disturbs it while messages flow, waits until it is quiet again, and draws the ledger.</summary>
internal sealed class ChaosRun(CommandLine line) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _owned = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("chaos-").FullName;
    private readonly int _messages = line.Number("messages", 20_000);
    private readonly TimeSpan _time = TimeSpan.FromSeconds(line.Number("seconds", 60));
    private readonly int _seed = line.Number("seed", Random.Shared.Next());
    private bool _isFine;

    public async Task<int> RunAsync()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {_seed}, {_messages} messages, logs in {_folder}"));
        var random = new Random(_seed);
        var database = Own(await PostgresServer.StartAsync());
        await using (var empty = NpgsqlDataSource.Create(database.ConnectionString))
        {
            await Effects.CreateTableAsync(empty);
            await PostgresMessagingSchema.CreateAsync(empty);
        }

        var broker = Own(await Broker.StartAsync(line.Has("cluster"), line.Has("sync-always")));

        var consumers = StartWorkers("consumer", line.Number("consumers", 3), broker, database, _ => []);
        await Task.WhenAll(consumers.Select(consumer => consumer.WaitUntilReadyAsync()));
        var producers = StartWorkers("producer", line.Number("producers", 2), broker, database, Share);
        await Task.WhenAll(producers.Select(producer => producer.WaitUntilReadyAsync()));
        var injector = new FaultInjector(broker, database, producers, consumers, random, TimeSpan.FromSeconds(line.Number("outage", 20)));
        var met = await injector.RunAsync(FaultPlan.Make(line, random), _time);
        Console.WriteLine($"The faults are over. {met}");
        await Task.WhenAll(producers.Select(producer => producer.Done));
        Console.WriteLine("Everything is published.");

        await using var transport = await ConnectAsync(broker);

        // Opened only now: an outage would have broken its connections.
        await using var effects = NpgsqlDataSource.Create(database.ConnectionString);
        var left = await new Quiescence(transport, effects, TimeSpan.FromSeconds(line.Number("patience", 120))).WaitAsync();
        var promised = producers.SelectMany(producer => Journal.Read(JournalOf(producer.Name))).ToHashSet();

        var report = await new Ledger(promised, _messages, transport, effects).DrawAsync();
        Console.WriteLine(report);
        if (left is not null)
        {
            Console.WriteLine($"Nothing has moved for a long time, and this is left:{Environment.NewLine}{left}");
            return ExitCodes.Stuck;
        }

        _isFine = report.Balances;
        return _isFine ? ExitCodes.Balanced : ExitCodes.Unbalanced;
    }

    /// <summary>Ends all processes. The logs of the workers stay when something was wrong.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Enumerable.Reverse(_owned))
        {
            await owned.DisposeAsync();
        }

        if (_isFine)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<NatsTransport> ConnectAsync(Broker broker)
    {
        var options = new NatsOptions();
        foreach (var url in broker.Urls.Split(','))
        {
            options.Urls.Add(url);
        }

        var transport = new NatsTransport(options, NullLoggerFactory.Instance);
        await transport.ConnectAsync(CancellationToken.None);
        return transport;
    }

    private Worker[] StartWorkers(string role, int count, Broker broker, PostgresServer database, Func<int, string[]> more) =>
    [
        .. Enumerable.Range(0, count).Select(index => Own(new Worker(
            Name(role, index),
            _folder,
            new Network(broker.Nodes),
            [
                role,
                "--database", $"{database.ConnectionString};Maximum Pool Size=40;Max Auto Prepare=20;No Reset On Close=true",
                "--replicas", line.Has("cluster") ? "3" : "1",
                "--sabotage", line.Text("sabotage", "none"),
                "--log", line.Text("log", "Error"),
                .. more(index),
            ]))),
    ];

    private string[] Share(int index)
    {
        var producers = line.Number("producers", 2);
        var (first, end) = ((int)((long)_messages * index / producers), (int)((long)_messages * (index + 1) / producers));
        var rate = Math.Max(1, (end - first) / (int)_time.TotalSeconds);
        return
        [
            "--first", Text(first), "--count", Text(end - first), "--rate", Text(rate), "--journal", JournalOf(Name("producer", index)),
        ];
    }

    private string JournalOf(string producer) => Path.Combine(_folder, $"{producer}.journal");

    private static string Name(string role, int index) => string.Create(CultureInfo.InvariantCulture, $"{role}-{index + 1}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private T Own<T>(T disposable)
        where T : IAsyncDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }
}
