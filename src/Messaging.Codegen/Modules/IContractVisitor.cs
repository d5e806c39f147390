namespace Messaging.Codegen;

/// <summary>
/// Is shown contracts one by one, each as a type argument. What has to know a set of contracts (resolvers, registries, tools) gets to their emitted
/// code this way without looking at types at run time.
/// </summary>
public interface IContractVisitor
{
    /// <summary>Called for each contract. Being shown a contract again must do no harm.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    void Visit<T>()
        where T : IMessage<T>;
}
