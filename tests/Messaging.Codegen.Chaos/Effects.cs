using System.Globalization;
using Npgsql;

namespace Messaging.Codegen.Chaos;

/// <summary>The effects of handlers: one row each, without any constraint, so that doubles show.</summary>
internal sealed class Effects(NpgsqlDataSource database)
{
    public const string Insert = "INSERT INTO effects (consumer, number, sequence, delivery, process) VALUES ($1, $2, $3, $4, $5)";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS effects (
            consumer text NOT NULL, number bigint NOT NULL, sequence bigint NOT NULL, delivery integer NOT NULL, process integer NOT NULL)
        """;

    public static async Task CreateTableAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes the effect of a message in a transaction of its own.</summary>
    public async Task WriteAsync(long number, MessageContext context, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        Bind(command, number, context);
        await command.ExecuteNonQueryAsync(cancellationToken);
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
}
