using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <inheritdoc cref="IDeadLetters"/>
internal sealed class DeadLetterQueue(MessagingRuntime runtime, DeadLetterStore store, PublishPipeline publisher, TimeProvider time) : IDeadLetters
{
    private readonly Lazy<PayloadJson> _json = new(() => new PayloadJson(FactCollector.Collect(runtime.Model)));

    public async IAsyncEnumerable<DeadLetter> ListAsync(DeadLetterFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        filter ??= new DeadLetterFilter();
        var started = await runtime.StartAsync(cancellationToken).ConfigureAwait(false);
        var left = filter.Limit ?? int.MaxValue;
        foreach (var (kind, stream, from) in Places(started, filter))
        {
            if (!await ExistsAsync(started.Transport, GiveUpStreams.Name(kind, stream), cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            await foreach (var letter in store.ReadAsync(started.Transport, kind, stream, filter.Consumer, from, cancellationToken).ConfigureAwait(false))
            {
                if (left <= 0)
                {
                    yield break;
                }

                if (filter.Matches(letter))
                {
                    left--;
                    yield return letter;
                }
            }
        }
    }

    public async ValueTask<DeadLetter?> FindAsync(DeadLetterId id, CancellationToken cancellationToken = default)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        return await ExistsAsync(transport, id.CopyStream, cancellationToken).ConfigureAwait(false)
            ? await store.FindAsync(transport, id, cancellationToken).ConfigureAwait(false)
            : null;
    }

    public string Show(DeadLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return _json.Value.Format(letter.Contract ?? "", letter.Payload.Span);
    }

    public async ValueTask<DeadLetterId?> EditAsync<T>(DeadLetterId id, T message, CancellationToken cancellationToken = default)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } letter)
        {
            return null;
        }

        return letter.Contract is { } contract && contract != T.Contract.Identity
            ? throw new ArgumentException($"{id} is of the contract '{contract}', not of '{T.Contract.Identity}'.", nameof(message))
            : await ReplaceAsync(letter, MessageSerializer.SerializeToArray(message), letter.Headers, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<DeadLetterId?> EditAsync(DeadLetterId id, DeadLetterEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } letter
            ? await ReplaceAsync(letter, Payload(letter, edit), Change(letter.Headers, edit.Headers), cancellationToken).ConfigureAwait(false)
            : null;
    }

    public async ValueTask<bool> ReplayAsync(DeadLetterId id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } letter)
        {
            return false;
        }

        await RequestAsync(letter, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async ValueTask<long> ReplayAsync(DeadLetterFilter filter, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var perSecond = (options ?? new ReplayOptions()).MaxPerSecond;
        ArgumentOutOfRangeException.ThrowIfLessThan(perSecond, 1, nameof(options));
        var start = time.GetTimestamp();
        var requested = 0L;
        await foreach (var letter in ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            var due = TimeSpan.FromSeconds((double)requested / perSecond) - time.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, time, cancellationToken).ConfigureAwait(false);
            }

            await RequestAsync(letter, cancellationToken).ConfigureAwait(false);
            requested++;
        }

        return requested;
    }

    public async ValueTask<bool> PurgeAsync(DeadLetterId id, CancellationToken cancellationToken = default)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        return await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } letter
            && await DeadLetterStore.RemoveAsync(transport, letter, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<long> PurgeAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var removed = 0L;
        await foreach (var letter in ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            removed += await DeadLetterStore.RemoveAsync(transport, letter, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return removed;
    }

    /// <summary>Stores the changed copy, then removes the old one: nothing is lost in between, and repeating it doubles nothing.</summary>
    private async ValueTask<DeadLetterId> ReplaceAsync(DeadLetter letter, ReadOnlyMemory<byte> payload, MessageHeaders headers, CancellationToken cancellationToken)
    {
        var changed = new DeadLetter
        {
            Id = letter.Id,
            Consumer = letter.Consumer,
            Reason = letter.Reason,
            Exception = letter.Exception,
            Contract = letter.Contract,
            Subject = letter.Subject,
            OriginalSequence = letter.OriginalSequence,
            MessageId = letter.MessageId,
            Deliveries = letter.Deliveries,
            PublishedAt = letter.PublishedAt,
            GivenUpAt = letter.GivenUpAt,
            Headers = headers,
            Payload = payload,
        };
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var sequence = await store.AddAsync(changed, $"{letter.Id}:edited:{Digest(changed)}", cancellationToken).ConfigureAwait(false);
        await DeadLetterStore.RemoveAsync(transport, letter, cancellationToken).ConfigureAwait(false);
        return letter.Id with { Sequence = sequence };
    }

    private async ValueTask RequestAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var subject = Replays.Subject(letter.Id, letter.Consumer);
        await foreach (var _ in transport.ReadAsync(Replays.StreamName(letter.Id.Stream), subject, 1, cancellationToken).ConfigureAwait(false))
        {
            // It is on its way, perhaps for longer than the stream remembers message ids.
            return;
        }

        await publisher.PublishBytesAsync(new OutgoingBytes(subject, subject, null, default), cancellationToken).ConfigureAwait(false);
    }

    private ReadOnlyMemory<byte> Payload(DeadLetter letter, DeadLetterEdit edit) => (edit.Payload, edit.Json, letter.Contract) switch
    {
        ({ } payload, _, _) => payload,
        (null, null, _) => letter.Payload,
        (null, { } json, { } contract) => _json.Value.Encode(contract, json),
        _ => throw new ArgumentException($"The contract of {letter.Id} is not known; give the payload as bytes.", nameof(edit)),
    };

    private static IEnumerable<(GiveUpKind Kind, string Stream, ulong From)> Places(StartedMessaging started, DeadLetterFilter filter)
    {
        var streams = filter.Stream is { } one ? [one] : started.SourceStreams;
        foreach (var kind in Enum.GetValues<GiveUpKind>().Where(kind => filter.Kind is null || kind == filter.Kind))
        {
            foreach (var stream in streams)
            {
                var order = filter.After is not { } after ? 1
                    : kind == after.Kind ? string.CompareOrdinal(stream, after.Stream)
                    : kind.CompareTo(after.Kind);
                if (order >= 0)
                {
                    yield return (kind, stream, order == 0 ? filter.After!.Value.Sequence + 1 : 1);
                }
            }
        }
    }

    private static async ValueTask<bool> ExistsAsync(ITransport transport, string stream, CancellationToken cancellationToken)
    {
        try
        {
            await transport.GetStreamStateAsync(stream, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransportException) when (transport.IsConnected)
        {
            // A stream that nobody consumes with this library has no dead letters.
            return false;
        }
    }

    private static MessageHeaders Change(MessageHeaders headers, IReadOnlyDictionary<string, string?>? changes)
    {
        if (changes is null)
        {
            return headers;
        }

        var changed = new MessageHeaders();
        foreach (var (name, value) in headers)
        {
            if (!changes.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                changed.Add(name, value);
            }
        }

        foreach (var (name, value) in changes)
        {
            if (HeaderRules.IsBrokers(name) || DeadLetterCodec.IsOwn(name))
            {
                throw new ArgumentException($"The header '{name}' is not the message's own.", nameof(changes));
            }

            if (value is not null)
            {
                changed.Add(name, value);
            }
        }

        return changed;
    }

    private static string Digest(DeadLetter letter)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(letter.Payload.Span);
        foreach (var (name, value) in letter.Headers)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{name}: {value}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
