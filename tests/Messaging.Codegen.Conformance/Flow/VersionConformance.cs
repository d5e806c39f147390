using System.Collections.Concurrent;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A handler of a newer version gets the messages of the older one too, on the same consumer.</summary>
[Requires(Capabilities.StoredMessages | Capabilities.Deduplication | Capabilities.Retention)]
public abstract class VersionConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private readonly ConcurrentQueue<ParcelV2> _handled = [];

    [Fact]
    public async Task One_consumer_sees_both_versions_in_the_order_of_the_stream()
    {
        await ProvisionAsync();
        for (var number = 0; number < 20; number++)
        {
            await PublishAsync(number, version: 1 + (number % 2));
        }

        var process = await StartVersionsAsync(new HandlerOptions("c", "Test.Handle") { Concurrency = 1 });
        await SettledAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(NewParcel), _handled);
        Assert.Equal((20L, 20L), (process.Consumer.Received, process.Consumer.Handled));
    }

    [Fact]
    public async Task Messages_of_one_key_stay_in_order_whatever_their_version()
    {
        await ProvisionAsync();
        for (var number = 0; number < 20; number++)
        {
            await PublishAsync(number, version: 1 + (number % 2), key: number % 4 < 2 ? "a" : "b");
        }

        await StartVersionsAsync(
            new HandlerOptions("c", "Test.Handle") { Concurrency = 4, PartitionBy = nameof(ParcelV2.Key) },
            partition: static parcel => PartitionKey.Of(parcel.Key));
        await SettledAsync();

        foreach (var key in _handled.GroupBy(static parcel => parcel.Key))
        {
            var numbers = key.Select(static parcel => int.Parse(parcel.Number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(10, numbers.Length);
            Assert.Equal(numbers.Order(), numbers);
        }
    }

    [Fact]
    public async Task Two_versions_of_one_key_have_one_effect()
    {
        await ProvisionAsync();
        await PublishAsync(1, version: 1);
        await PublishAsync(1, version: 2);
        await PublishAsync(2, version: 2);
        await PublishAsync(2, version: 1);

        var process = await StartVersionsAsync(new HandlerOptions("c", "Test.Handle") { Concurrency = 1, Idempotency = Idempotency.Memory });
        await SettledAsync();

        Assert.Equal([NewParcel(1), NewParcel(2)], _handled);
        Assert.Equal((2L, 2L), (process.Consumer.Handled, process.Consumer.Duplicates));
    }

    [Fact]
    public async Task What_a_handler_of_the_older_version_has_done_is_not_done_again_by_its_successor()
    {
        var memory = new SharedMemory();
        await ProvisionAsync();
        await PublishAsync(1, version: 1);
        await PublishAsync(1, version: 2);
        var before = await StartAsync(
            module => module.AddRoute<Parcel>(
                $"{Root}.*.parcel.v1", new HandlerOptions("c", "Test.Old") { Idempotency = Idempotency.KeyValue }, (parcel, _, _) => Keep(ParcelV2.From(parcel))),
            messaging => messaging.Services.AddSingleton<IIdempotencyStore>(memory));
        await Waiting.UntilAsync(() => before.Consumer.Handled == 1, "the older process has handled the first version");
        await before.StopAsync();

        var after = await StartVersionsAsync(
            new HandlerOptions("c", "Test.Handle") { Idempotency = Idempotency.KeyValue },
            configure: messaging =>
            {
                messaging.Options.Provision = Provision.CreateOrUpdate;
                messaging.Services.AddSingleton<IIdempotencyStore>(memory);
            });
        await Transport.PublishAsync(Outgoing(1, version: 2, id: "again"), CancellationToken.None);
        await Waiting.WhileTimePassesUntilAsync(() => after.Consumer.Received > 0, "the newer process has got the second version");
        await SettledAsync();

        Assert.Equal([NewParcel(1)], _handled);
        Assert.Equal(after.Consumer.Received, after.Consumer.Duplicates);
    }

    [Fact]
    public async Task A_message_that_fails_keeps_its_own_version_and_comes_back_as_the_newer_one()
    {
        await ProvisionAsync();
        await PublishAsync(ParcelV2.Unknown, version: 1);
        await PublishAsync(7, version: 1);
        var isBroken = true;
        var process = await StartVersionsAsync(new HandlerOptions("c", "Test.Handle") { Concurrency = 1 }, handle: parcel => isBroken
            ? throw new DeadLetterException("broken")
            : Keep(parcel));
        await Waiting.WhileTimePassesUntilAsync(() => process.Consumer.DeadLettered == 2, "both are dead-lettered");

        var letters = process.Services.GetRequiredService<IDeadLetters>();
        var kept = await ListAsync(letters);
        Assert.Equal(["nobody knows the parcel", "broken"], kept.Select(static letter => letter.Reason));
        Assert.All(kept, letter => Assert.Equal(("conformance.parcel/v1", $"{Root}.a.parcel.v1"), (letter.Contract, letter.Subject)));
        Assert.Equal(MessageSerializer.SerializeToArray(new Parcel(Root, "a", 7)), kept[1].Payload.ToArray());

        isBroken = false;
        Assert.True(await letters.ReplayAsync(kept[1].Id));
        await Waiting.WhileTimePassesUntilAsync(() => process.Consumer.Handled == 1, "the replay is handled");
        Assert.Equal([NewParcel(7)], _handled);
    }

    [Fact]
    public async Task An_upcaster_that_fails_is_tried_again_with_the_original()
    {
        await ProvisionAsync();
        await PublishAsync(1, version: 1);
        var tries = new ConcurrentQueue<UpcastContext>();
        var process = await StartAsync(module => module.AddUpcastRoute<Parcel, ParcelV2>(
            $"{Root}.*.parcel.v1",
            (parcel, context) =>
            {
                tries.Enqueue(context);
                return tries.Count == 1 ? throw new InvalidOperationException("not at once") : ParcelV2.From(parcel);
            },
            Quick(),
            (parcel, _, _) => Keep(parcel)));
        await SettledAsync();

        Assert.Equal([NewParcel(1)], _handled);
        Assert.Equal((1L, 1L), (process.Consumer.Handled, process.Consumer.Retried));
        Assert.All(tries, context => Assert.Equal(
            ("conformance.parcel/v1:1", $"{Root}.a.parcel.v1", "conformance.parcel/v1:1"),
            (context.MessageId, context.Subject, context.Headers[HeaderRules.MessageId])));
        Assert.All(tries, static context => Assert.NotEqual(default, context.Timestamp));
    }

    [Fact]
    public async Task A_batch_has_messages_of_all_versions()
    {
        await ProvisionAsync();
        for (var number = 0; number < 4; number++)
        {
            await PublishAsync(number == 2 ? ParcelV2.Unknown : number, version: 1 + (number % 2));
        }

        var options = new HandlerOptions("c", "Test.Handle") { BatchSize = 4, MaxDeliver = 1 };
        var batches = new ConcurrentQueue<string[]>();
        ValueTask Handle(IReadOnlyList<ParcelV2> batch, BatchContext context, CancellationToken cancellationToken)
        {
            batches.Enqueue([.. batch.Select(static parcel => parcel.Number)]);
            return default;
        }

        var process = await StartAsync(module =>
        {
            module.AddBatchRoute<ParcelV2>($"{Root}.*.parcel.v2", options, Handle);
            module.AddUpcastBatchRoute<Parcel, ParcelV2>($"{Root}.*.parcel.v1", static (parcel, _) => ParcelV2.From(parcel), options, Handle);
        });
        await SettledAsync();

        Assert.Equal([["0", "1", "3"]], batches);
        Assert.Equal((3L, 1L), (process.Consumer.Handled, process.Consumer.DeadLettered));
    }

    [Fact]
    public async Task A_version_is_not_handled_twice_by_one_consumer()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(module =>
        {
            module.AddRoute<Parcel>($"{Root}.*.parcel.v1", new HandlerOptions("c", "Test.Old"), static (_, _, _) => default);
            module.AddUpcastRoute<Parcel, ParcelV2>(
                $"{Root}.*.parcel.v1", static (parcel, _) => ParcelV2.From(parcel), new HandlerOptions("c", "Test.New"), static (_, _, _) => default);
        }));
        Assert.Contains("Test.Old as conformance.parcel/v1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Test.New as conformance.parcel/v2", failure.Message, StringComparison.Ordinal);
    }

    private ParcelV2 NewParcel(int number) => new(Root, "a", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private ValueTask Keep(ParcelV2 parcel)
    {
        _handled.Enqueue(parcel);
        return default;
    }

    private Task<FlowProcess> StartVersionsAsync(HandlerOptions options, Func<ParcelV2, ValueTask>? handle = null, Func<ParcelV2, int>? partition = null, Action<MessagingBuilder>? configure = null) =>
        StartAsync(
            module =>
            {
                handle ??= Keep;
                module.AddRoute<ParcelV2>($"{Root}.*.parcel.v2", options, (parcel, _, _) => handle(parcel), partition: partition);
                module.AddUpcastRoute<Parcel, ParcelV2>(
                    $"{Root}.*.parcel.v1", static (parcel, _) => ParcelV2.From(parcel), options, (parcel, _, _) => handle(parcel), partition: partition);
            },
            messaging =>
            {
                messaging.AddDeadLetters();
                configure?.Invoke(messaging);
            });

    /// <summary>Stores a message before anybody consumes it.</summary>
    private async Task PublishAsync(int number, int version, string key = "a") =>
        await Transport.PublishAsync(Outgoing(number, version, $"conformance.parcel/v{version}:{number}", key), CancellationToken.None);

    private OutgoingBytes Outgoing(int number, int version, string id, string key = "a") => new(
        $"{Root}.{key}.parcel.v{version}",
        id,
        null,
        version == 1 ? MessageSerializer.SerializeToArray(new Parcel(Root, key, number)) : MessageSerializer.SerializeToArray(NewParcel(number) with { Key = key }));

    private static async Task<List<DeadLetter>> ListAsync(IDeadLetters letters)
    {
        var kept = new List<DeadLetter>();
        await foreach (var letter in letters.ListAsync())
        {
            kept.Add(letter);
        }

        return kept;
    }

    /// <summary>What the processes of a test have handled.</summary>
    private sealed class SharedMemory : IIdempotencyStore
    {
        private readonly ConcurrentDictionary<string, bool> _handled = new(StringComparer.Ordinal);

        public Idempotency Kind => Idempotency.KeyValue;

        public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
        {
            if (!_handled.TryAdd(key, true))
            {
                return ConsumeOutcome.Duplicate;
            }

            await handle(delivery, cancellationToken);
            return ConsumeOutcome.Handled;
        }
    }
}
