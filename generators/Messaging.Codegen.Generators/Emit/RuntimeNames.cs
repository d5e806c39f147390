namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// How a file spells the runtime's types: by an alias, so that it can be read, or in full where the user's code gives the alias another meaning.
/// </summary>
/// <param name="isQualified">True for full names.</param>
internal sealed class RuntimeNames(bool isQualified)
{
    private const string Root = "global::Messaging.Codegen.";
    private const string Serialization = Root + "Serialization.";

    public string Get { get; } = isQualified ? Serialization + nameof(Get) : nameof(Get);

    public string MessageKey { get; } = isQualified ? Root + nameof(MessageKey) : nameof(MessageKey);

    public string PackReader { get; } = isQualified ? Serialization + nameof(PackReader) : nameof(PackReader);

    public string PackWriter { get; } = isQualified ? Serialization + nameof(PackWriter) : nameof(PackWriter);

    public string Put { get; } = isQualified ? Serialization + nameof(Put) : nameof(Put);

    public string SubjectToken { get; } = isQualified ? Root + nameof(SubjectToken) : nameof(SubjectToken);

    /// <summary>The names without qualifiers.</summary>
    public static IReadOnlyList<string> Aliases { get; } = [nameof(Get), nameof(MessageKey), nameof(PackReader), nameof(PackWriter), nameof(Put), nameof(SubjectToken)];

    /// <summary>Prints the aliases.</summary>
    public void WriteAliases(CodeWriter writer)
    {
        if (isQualified)
        {
            return;
        }

        foreach (var alias in Aliases)
        {
            var space = alias is nameof(MessageKey) or nameof(SubjectToken) ? Root : Serialization;
            writer.Line($"using {alias} = {space}{alias};");
        }

        writer.Line();
    }
}
