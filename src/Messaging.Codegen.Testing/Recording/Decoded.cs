namespace Messaging.Codegen.Testing;

/// <summary>A message of a contract, decoded from what travelled.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Message">The message.</param>
internal sealed record Decoded<T>(T Message)
    where T : IMessage<T>
{
    private static readonly SubjectPattern Filter = SubjectPattern.Parse(T.Contract.SubjectFilter);

    /// <summary>Null for a message of another contract.</summary>
    public static Decoded<T>? From(string subject, byte[] payload)
    {
        if (!Filter.Matches(subject))
        {
            return null;
        }

        try
        {
            return new Decoded<T>(MessageSerializer.Deserialize<T>(payload));
        }
        catch (MessageFormatException)
        {
            return null;
        }
    }
}
