namespace Messaging.Codegen.Publishing;

/// <summary>Is shown messages one by one, each as its contract.</summary>
public interface IMessageVisitor
{
    /// <summary>Called for each message.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="message">The message.</param>
    void Visit<T>(T message)
        where T : IMessage<T>;
}
