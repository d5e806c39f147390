using System.Runtime.CompilerServices;
using MessagePack;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>An object in a message, in its bytes and as what it was read into: the message itself or one that is nested by members alone.</summary>
internal sealed record ObjectSite(ContractCase Contract, Type Type, PayloadNode Node, IReadOnlyList<KeyedMember> Path)
{
    public string KeyPath => string.Concat(Path.Select(member => member.KeyPath));

    public IReadOnlyList<KeyedMember> Members { get; } = KeyedMember.Of(Type);

    /// <summary>Every object of a message whose members have keys, first the message.</summary>
    public static IEnumerable<ObjectSite> Of(ContractCase contract, byte[] payload) =>
        Of(new ObjectSite(contract, contract.Type, PayloadNode.Parse(payload), []));

    /// <summary>The value of a member.</summary>
    public PayloadNode Value(KeyedMember member) => member.Value(Node);

    /// <summary>The payload with only those members that <paramref name="isPresent"/>, and <paramref name="extra"/> values that no member has.</summary>
    public byte[] With(Func<KeyedMember, bool> isPresent, params IEnumerable<byte[]> extra)
    {
        IEnumerable<PayloadNode> own = Node.IsMap
            ? Node.Children.Where(child => isPresent(Members.Single(member => member.Value(Node).Index / 2 == child.Index / 2)))
            : Node.Children.TakeWhile(child => Members.Where(member => member.Value(Node).Index >= child.Index).Any(isPresent));
        IEnumerable<byte[]> added = Node.IsMap ? extra.SelectMany((value, i) => new[] { UnknownKey(i), value }) : extra;
        return Node.ReplaceElements([.. own.Select(child => child.Bytes.ToArray()), .. added]);
    }

    /// <summary>This object in a message that was read.</summary>
    public object In(object message) => Path.Aggregate(message, (owner, member) => member.Get(owner)!);

    /// <summary>What a new object of the type has; one that needs arguments has nothing.</summary>
    public object New() => Type.IsValueType || Type.GetConstructor(Type.EmptyTypes) is not null
        ? Activator.CreateInstance(Type)!
        : RuntimeHelpers.GetUninitializedObject(Type);

    /// <summary>Names in every form that no member has: empty, such as begin like one, longer than any.</summary>
    private static byte[] UnknownKey(int i) => (i % 6) switch
    {
        0 => [0xa0],
        1 => [0xa3, (byte)'i', (byte)'d', (byte)(48 + i)],
        2 => [0xd9, 0x02, (byte)'z', (byte)(48 + i)],
        3 => [0xda, 0x00, 0x03, (byte)'m', (byte)'u', (byte)'s'],
        4 => [0xdb, 0x00, 0x00, 0x00, 0x02, 0xff, (byte)i],
        _ => [0xd9, 200, .. Enumerable.Repeat((byte)'n', 200)],
    };

    private static IEnumerable<ObjectSite> Of(ObjectSite site)
    {
        yield return site;
        foreach (KeyedMember member in site.Members)
        {
            Type type = Nullable.GetUnderlyingType(member.Type) ?? member.Type;
            PayloadNode node = site.Value(member);
            if (!type.IsDefined(typeof(MessagePackObjectAttribute), inherit: true) || type.IsAbstract || !(node.IsArray || node.IsMap))
                continue;
            foreach (ObjectSite inner in Of(new ObjectSite(site.Contract, type, node, [.. site.Path, member])))
                yield return inner;
        }
    }
}
