namespace Messaging.Codegen;

/// <summary>
/// Contracts, named one by one or by the modules that define them. An application's generator emits <c>AddApplicationModules()</c> for this as it does
/// for the <see cref="MessagingBuilder"/>.
/// </summary>
public sealed class ContractSet
{
    private readonly List<Action<IContractVisitor>> _parts = [];

    /// <summary>Adds a contract.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <returns>This set.</returns>
    public ContractSet Add<T>()
        where T : IMessage<T>
    {
        _parts.Add(static visitor => visitor.Visit<T>());
        return this;
    }

    /// <summary>Adds the contracts that an assembly defines.</summary>
    /// <typeparam name="TModule">The emitted module.</typeparam>
    /// <returns>This set.</returns>
    public ContractSet AddModule<TModule>()
        where TModule : IMessagingModule
    {
        _parts.Add(TModule.VisitContracts);
        return this;
    }

    /// <summary>Shows every contract to <paramref name="visitor"/>, in the order in which they were added; one that was added twice, twice.</summary>
    /// <param name="visitor">Sees them; not null.</param>
    public void Accept(IContractVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (var part in _parts)
        {
            part(visitor);
        }
    }
}
