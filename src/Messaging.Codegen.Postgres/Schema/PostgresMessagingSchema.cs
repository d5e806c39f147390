using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>The tables and functions of inbox and outbox. Nothing makes them unasked: call this at deployment, or run the script.</summary>
public static class PostgresMessagingSchema
{
    /// <summary>The schema's name when none is given: <c>messaging</c>.</summary>
    public const string DefaultName = "messaging";

    /// <summary>The script for the default schema; in the package it is <c>sql/messaging.sql</c>. It may be run again, and by several at once.</summary>
    public static string Script { get; } = Read();

    /// <summary>The script for another schema.</summary>
    /// <param name="schema">The schema: lower-case letters, digits and <c>_</c>, not beginning with a digit, 40 characters at most.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public static string GetScript(string schema) =>
        Script.Replace(DefaultName, Check(schema), StringComparison.Ordinal);

    /// <summary>Makes what is missing. May be called again, and by several processes at once.</summary>
    /// <param name="dataSource">The database; its role may create schemas there.</param>
    /// <param name="schema">The schema, as for <see cref="GetScript"/>.</param>
    /// <param name="cancellationToken">Gives up; nothing is made then.</param>
    /// <exception cref="PostgresException">The role lacks a right.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public static async Task CreateAsync(NpgsqlDataSource dataSource, string schema = DefaultName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        using var command = dataSource.CreateCommand(GetScript(schema));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static string Check(string schema)
    {
        ArgumentException.ThrowIfNullOrEmpty(schema);
        var isName = schema.Length <= 40 && !char.IsAsciiDigit(schema[0]) && schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return isName
            ? schema
            : throw new ArgumentException($"The schema name '{schema}' must be lower-case letters, digits and '_', 40 at most.", nameof(schema));
    }

    private static string Read()
    {
        using var stream = typeof(PostgresMessagingSchema).Assembly.GetManifestResourceStream("messaging.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
