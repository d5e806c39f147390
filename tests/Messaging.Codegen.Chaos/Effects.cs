using System.Globalization;
using Npgsql;

namespace Messaging.Codegen.Chaos;

/// <summary>The effects of handlers: one row each, without any constraint, so that doubles show.</summary>
internal sealed class Effects(NpgsqlDataSource database)
{
    public const string Insert = "INSERT INTO effects (consumer, number, sequence, delivery, process) VALUES ($1, $2, $3, $4, $5)";

    private const string InsertMany = """
        INSERT INTO effects (consumer, number, sequence, delivery, process)
        SELECT consumer, number, sequence, delivery, $5 FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::integer[]) AS waiting (consumer, number, sequence, delivery)
        """;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS effects (
            consumer text NOT NULL, number bigint NOT NULL, sequence bigint NOT NULL, delivery integer NOT NULL, process integer NOT NULL)
        """;

    private readonly List<Effect> _waiting = [];
    private bool _isWriting;

    public static async Task CreateTableAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Writes the effect of a message outside of the handler's transaction, if it has one. Handlers that wait at the same time share a statement
    /// and its commit: otherwise a run of a million messages would measure round trips to the database.
    /// </summary>
    public Task WriteAsync(long number, MessageContext context, CancellationToken cancellationToken)
    {
        var effect = new Effect(context.Consumer, number, (long)context.Sequence, context.DeliveryCount);
        lock (_waiting)
        {
            _waiting.Add(effect);
            if (!_isWriting)
            {
                _isWriting = true;
                _ = WriteWaitingAsync();
            }
        }

        return effect.Written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Fills in the parameters of <see cref="Insert"/>.</summary>
    public static void Bind(NpgsqlCommand command, long number, MessageContext context)
    {
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = context.Consumer });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)context.Sequence });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = context.DeliveryCount });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Environment.ProcessId });
    }

    /// <summary>The number at the end of a message id: <c>chaos.work/v1:123</c>.</summary>
    public static long? NumberOf(string? messageId) =>
        messageId is not null && long.TryParse(messageId.AsSpan(messageId.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async Task WriteWaitingAsync()
    {
        await Task.Yield();
        while (TakeWaiting() is { Length: > 0 } effects)
        {
            try
            {
                await InsertAsync(effects);
                Array.ForEach(effects, static effect => effect.Written.SetResult());
            }
            catch (Exception e)
            {
                Array.ForEach(effects, effect => effect.Written.SetException(e));
            }
        }
    }

    private Effect[] TakeWaiting()
    {
        lock (_waiting)
        {
            Effect[] effects = [.. _waiting];
            _waiting.Clear();
            _isWriting = effects.Length > 0;
            return effects;
        }
    }

    private async Task InsertAsync(Effect[] effects)
    {
        await using var command = database.CreateCommand(InsertMany);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(effects, static effect => effect.Consumer) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(effects, static effect => effect.Number) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(effects, static effect => effect.Sequence) });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(effects, static effect => effect.Delivery) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Environment.ProcessId });
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Effect(string Consumer, long Number, long Sequence, int Delivery)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
