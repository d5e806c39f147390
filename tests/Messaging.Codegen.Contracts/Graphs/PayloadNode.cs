using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Contracts;

/// <summary>One value of a payload with what is inside it. The root is the message.</summary>
internal sealed class PayloadNode
{
    private PayloadNode(byte[] payload, PayloadNode? parent, int index)
    {
        Payload = payload;
        Parent = parent;
        Index = index;
    }

    public byte[] Payload { get; }

    public PayloadNode? Parent { get; }

    /// <summary>Position in the parent; in a map keys have even ones, values odd ones.</summary>
    public int Index { get; }

    public List<PayloadNode> Children { get; } = [];

    public int Start { get; private set; }

    /// <summary>Where the token ends: of an array or a map the header.</summary>
    public int TokenEnd { get; private set; }

    public int End { get; private set; }

    public byte Code => Payload[Start];

    public bool IsMap => Token.IsMap(Code);

    public bool IsArray => Token.IsArray(Code);

    public bool IsString => Code is (>= Serialization.Code.MinFixStr and <= Serialization.Code.MaxFixStr) or (>= Serialization.Code.Str8 and <= Serialization.Code.Str32);

    public ReadOnlySpan<byte> TokenBytes => Payload.AsSpan(Start, TokenEnd - Start);

    public ReadOnlySpan<byte> Bytes => Payload.AsSpan(Start, End - Start);

    /// <summary>The tree of a payload that is in order.</summary>
    public static PayloadNode Parse(byte[] payload)
    {
        int at = 0;
        PayloadNode root = Parse(payload, null, 0, ref at);
        return at == payload.Length ? root : throw new ArgumentException("Bytes follow the message.");
    }

    /// <summary>This value and everything inside it, in the order of their bytes.</summary>
    public IEnumerable<PayloadNode> All()
    {
        yield return this;
        foreach (PayloadNode child in Children)
        {
            foreach (PayloadNode inner in child.All())
                yield return inner;
        }
    }

    /// <summary>The payload with other bytes for this value.</summary>
    public byte[] Replace(ReadOnlySpan<byte> value) => [.. Payload.AsSpan(0, Start), .. value, .. Payload.AsSpan(End)];

    /// <summary>The payload with another token here, and the same inside it.</summary>
    public byte[] ReplaceToken(ReadOnlySpan<byte> token) => [.. Payload.AsSpan(0, Start), .. token, .. Payload.AsSpan(TokenEnd)];

    /// <summary>The payload with other elements in this array, or other pairs in this map.</summary>
    public byte[] ReplaceElements(IReadOnlyCollection<byte[]> elements) =>
        Replace([.. Header(IsMap, IsMap ? elements.Count / 2 : elements.Count), .. elements.SelectMany(element => element)]);

    private static byte[] Header(bool isMap, int count) =>
        count <= Serialization.Code.MaxFixContainerCount
            ? [(byte)((isMap ? Serialization.Code.MinFixMap : Serialization.Code.MinFixArray) + count)]
            : [isMap ? Serialization.Code.Map16 : Serialization.Code.Array16, (byte)(count >> 8), (byte)count];

    private static PayloadNode Parse(byte[] payload, PayloadNode? parent, int index, ref int at)
    {
        var node = new PayloadNode(payload, parent, index) { Start = at };
        if (!Token.TryMeasure(payload.AsSpan(at), out int size, out long children))
            throw new ArgumentException($"No token at {at}.");
        node.TokenEnd = at += size;
        for (int i = 0; i < children; i++)
            node.Children.Add(Parse(payload, node, i, ref at));
        node.End = at;
        return node;
    }
}
