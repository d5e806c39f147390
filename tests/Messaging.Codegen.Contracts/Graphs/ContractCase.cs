using System.Buffers;
using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>One contract with both serializers, so that one test can be written for all of them.</summary>
public abstract class ContractCase
{
    private protected ContractCase(Type type, MessageContract contract, bool agrees, bool keepsOrder)
    {
        Type = type;
        Contract = contract;
        Agrees = agrees;
        KeepsOrder = keepsOrder;
    }

    public Type Type { get; }

    public MessageContract Contract { get; }

    /// <summary>
    /// True when the reader contract refuses nothing that MessagePack-CSharp accepts: no member is required, none is a closed enum or a union, and
    /// every reference may be null.
    /// </summary>
    public bool Agrees { get; }

    /// <summary>False when a collection has another order each time that it is read: a bag turns around, frozen hash tables have their own.</summary>
    public bool KeepsOrder { get; }

    /// <summary>Every contract. A payload's target in the fuzzer's corpus is a position in here: new ones go to the end.</summary>
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new ReusableCase<Everything>(graphs => graphs.Everything(), keepsOrder: false),
        new ContractCase<Scalars>(graphs => graphs.Scalars(), agrees: true),
        new ContractCase<NullableScalars>(graphs => graphs.NullableScalars(), agrees: true),
        new ContractCase<Enums>(graphs => graphs.Enums()),
        new ContractCase<Numbers>(graphs => graphs.Numbers(), agrees: true),
        new ContractCase<Sequences>(graphs => graphs.Sequences()),
        new ContractCase<Sets>(graphs => graphs.Sets()),
        new ContractCase<Maps>(graphs => graphs.Maps()),
        new ContractCase<Parts>(graphs => graphs.Parts()),
        new ContractCase<Unions>(graphs => graphs.Unions()),
        new ContractCase<Defaults>(graphs => graphs.Defaults()),
        new ContractCase<Tree>(graphs => graphs.Tree(), agrees: true),
        new ReusableCase<Named>(graphs => graphs.Named()),
        new ContractCase<Numerics>(graphs => graphs.Numerics()),
        new ContractCase<Views>(graphs => graphs.Views(), keepsOrder: false),
        new ContractCase<Tables>(graphs => graphs.Tables(), keepsOrder: false),
        new ContractCase<Grids>(graphs => graphs.Grids()),
        new ContractCase<Tuples>(graphs => graphs.Tuples()),
    ];

    /// <summary>A random message.</summary>
    public abstract object Make(Choices choices);

    public abstract byte[] Write(object message);

    /// <exception cref="MessageFormatException">The payload is refused.</exception>
    public abstract object Read(ReadOnlyMemory<byte> payload);

    /// <exception cref="MessageFormatException">The payload is refused.</exception>
    public abstract object Read(in ReadOnlySequence<byte> payload);

    /// <summary>Reads over a message that was read before, where the contract allows that, else anew.</summary>
    /// <exception cref="MessageFormatException">The payload is refused.</exception>
    public virtual object ReadOver(object earlier, ReadOnlyMemory<byte> payload) => Read(payload);

    /// <summary>What MessagePack-CSharp writes.</summary>
    public abstract byte[] OracleWrite(object message);

    /// <summary>What MessagePack-CSharp reads.</summary>
    public abstract object OracleRead(ReadOnlyMemory<byte> payload);

    /// <summary>What MessagePack-CSharp reads, or null when it refuses the payload. Bytes behind the message are refused too, which it would let pass.</summary>
    public abstract object? TryOracleRead(ReadOnlyMemory<byte> payload);

    /// <inheritdoc/>
    public override string ToString() => Type.Name;
}

/// <inheritdoc/>
internal class ContractCase<T>(Func<Graphs, T> make, bool agrees = false, bool keepsOrder = true)
    : ContractCase(typeof(T), T.Contract, agrees, keepsOrder)
    where T : IMessage<T>
{
    private static readonly MessagePackSerializerOptions Standard = MessagePackSerializerOptions.Standard;

    public override object Make(Choices choices) => make(new Graphs(choices));

    public override byte[] Write(object message) => MessageSerializer.SerializeToArray((T)message);

    public override object Read(ReadOnlyMemory<byte> payload) => MessageSerializer.Deserialize<T>(payload);

    public override object Read(in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<T>(payload);

    public override byte[] OracleWrite(object message) => MessagePackSerializer.Serialize((T)message, Standard);

    public override object OracleRead(ReadOnlyMemory<byte> payload) => MessagePackSerializer.Deserialize<T>(payload, Standard);

    public override object? TryOracleRead(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var reader = new MessagePackReader(payload);
            T? message = MessagePackSerializer.Deserialize<T?>(ref reader, Standard);
            return reader.End ? message : null;
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }
}

/// <inheritdoc/>
internal sealed class ReusableCase<T>(Func<Graphs, T> make, bool keepsOrder = true) : ContractCase<T>(make, keepsOrder: keepsOrder)
    where T : IReusableMessage<T>
{
    public override object ReadOver(object earlier, ReadOnlyMemory<byte> payload)
    {
        var message = (T?)earlier;
        MessageSerializer.DeserializeInto(payload, ref message);
        return message;
    }
}
