namespace Messaging.Codegen;

/// <summary>
/// One line about a contract, handler, stream or consumer, emitted by the generator. Referencing assemblies' analyzers and the
/// command-line tool read these lines; nothing reads them at run time.
/// </summary>
/// <param name="line">The line, for example <c>orders.placed/v1 key 000 OrderId uuid.str!</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MessagingFactAttribute(string line) : Attribute
{
    /// <summary>The line.</summary>
    public string Line { get; } = line;
}
