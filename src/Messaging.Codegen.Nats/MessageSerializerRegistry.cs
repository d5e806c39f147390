using NATS.Client.Core;

namespace Messaging.Codegen.Nats;

/// <summary>
/// Gives the NATS client the emitted code of contracts, for programs that use the client itself:
/// <c>new NatsOpts { SerializerRegistry = new MessageSerializerRegistry(contracts) }</c>.
/// </summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class MessageSerializerRegistry : INatsSerializerRegistry
{
    private readonly TypeTable _serializers = new();
    private readonly INatsSerializerRegistry _others;

    /// <summary>Makes the registry of some contracts.</summary>
    /// <param name="contracts">The contracts, for example <c>new ContractSet().AddApplicationModules()</c>. What is added to the set later is not seen.</param>
    /// <param name="others">Serves all other types; null for the client's default.</param>
    public MessageSerializerRegistry(ContractSet contracts, INatsSerializerRegistry? others = null)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        contracts.Accept(new Collector(_serializers));
        _others = others ?? NatsDefaultSerializerRegistry.Default;
    }

    /// <summary>The serializer of a contract, or what serves all other types has.</summary>
    /// <typeparam name="T">Any type.</typeparam>
    public INatsSerialize<T> GetSerializer<T>() => (INatsSerialize<T>?)_serializers.Get<T>() ?? _others.GetSerializer<T>();

    /// <summary>The deserializer of a contract, or what serves all other types has.</summary>
    /// <typeparam name="T">Any type.</typeparam>
    public INatsDeserialize<T> GetDeserializer<T>() => (INatsDeserialize<T>?)_serializers.Get<T>() ?? _others.GetDeserializer<T>();

    private sealed class Collector(TypeTable serializers) : IContractVisitor
    {
        public void Visit<T>()
            where T : IMessage<T> => serializers.Set<T>(MessageNatsSerializer<T>.Default);
    }
}
