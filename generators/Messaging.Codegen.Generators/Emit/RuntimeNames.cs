namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// How a file spells the runtime's types: by an alias, so that it can be read, or in full where the user's code gives the alias another meaning.
/// </summary>
/// <param name="isQualified">True for full names.</param>
internal sealed class RuntimeNames(bool isQualified)
{
    private const string Serialization = "global::Messaging.Codegen.Serialization.";

    public string Put { get; } = Spell("Put", isQualified);

    public string PackReader { get; } = Spell("PackReader", isQualified);

    public string PackWriter { get; } = Spell("PackWriter", isQualified);

    /// <summary>Prints the aliases.</summary>
    public void WriteAliases(CodeWriter writer)
    {
        if (isQualified)
        {
            return;
        }

        writer.Line($"using {PackReader} = {Serialization}{PackReader};");
        writer.Line($"using {PackWriter} = {Serialization}{PackWriter};");
        writer.Line($"using {Put} = {Serialization}{Put};");
        writer.Line();
    }

    private static string Spell(string name, bool isQualified) => isQualified ? Serialization + name : name;
}
