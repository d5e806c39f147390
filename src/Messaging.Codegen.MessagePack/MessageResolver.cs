using MessagePack;
using MessagePack.Formatters;

namespace Messaging.Codegen.MessagePack;

/// <summary>
/// Lets MessagePack-CSharp use the emitted code of contracts: compose it with the resolver of all other types,
/// <c>CompositeResolver.Create(new MessageResolver(contracts), StandardResolver.Instance)</c>.
/// </summary>
/// <remarks>The bytes are those of the standard resolver; reading follows the tolerant rules of <see cref="MessageSerializer"/>. Safe for several threads.</remarks>
public sealed class MessageResolver : IFormatterResolver
{
    private readonly TypeTable _formatters = new();

    /// <summary>Makes the resolver of some contracts.</summary>
    /// <param name="contracts">The contracts, for example <c>new ContractSet().AddApplicationModules()</c>. What is added to the set later is not seen.</param>
    public MessageResolver(ContractSet contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        contracts.Accept(new Collector(_formatters));
    }

    /// <summary>The formatter of a contract.</summary>
    /// <typeparam name="T">Any type.</typeparam>
    /// <returns>Null when <typeparamref name="T"/> is not among the contracts.</returns>
    public IMessagePackFormatter<T>? GetFormatter<T>() => (IMessagePackFormatter<T>?)_formatters.Get<T>();

    private sealed class Collector(TypeTable formatters) : IContractVisitor
    {
        public void Visit<T>()
            where T : IMessage<T> => formatters.Set<T>(MessageFormatter<T>.Instance);
    }
}
