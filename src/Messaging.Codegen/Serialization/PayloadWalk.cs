using System.Globalization;
using System.Text;

namespace Messaging.Codegen.Serialization;

/// <summary>Walks the tokens of a payload in order and knows the arrays and maps around each. It trusts nothing and stops where the payload breaks off.</summary>
internal ref struct PayloadWalk(ReadOnlySpan<byte> payload)
{
    private const int MaxPathDepth = PackLimits.MaxDepth;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly List<Frame> _open = [];

    /// <summary>Where the next token begins.</summary>
    public int Position { get; private set; }

    /// <summary>Where the next token ends (an array's header, not its elements); the payload's length when it breaks off before.</summary>
    public readonly int NextEnd =>
        Token.TryMeasure(_payload[Position..], out int size, out _) ? Position + size : _payload.Length;

    /// <summary>Steps over the next token, into an array or a map. False at the end, at a broken token, or below the depth that a path shows.</summary>
    public bool MoveNext()
    {
        if (!Token.TryMeasure(_payload[Position..], out int size, out long children) || _open.Count == MaxPathDepth)
            return false;
        bool isMap = Token.IsMap(_payload[Position]);
        NoteKey();
        Position += size;
        if (children > 0)
        {
            _open.Add(new Frame { Children = children, IsMap = isMap });
            return true;
        }
        while (_open.Count > 0 && Step())
            _open.RemoveAt(_open.Count - 1);
        return _open.Count > 0;
    }

    /// <summary>Keys and positions of the next token.</summary>
    public readonly string RenderPath() => Render(_open.Count);

    /// <summary>Keys and positions of a member that was found absent at the end of the next token.</summary>
    public readonly string RenderMissing(int key)
    {
        string member = string.Create(CultureInfo.InvariantCulture, $"[{key}]");
        if (!Token.TryMeasure(_payload[Position..], out _, out long children))
            return RenderPath() + member;
        byte code = _payload[Position];
        if (code == Code.Nil && _open is [.., { IsMap: false } parent] && parent.Index == key)
            return RenderPath();
        if (Token.IsArray(code) && children <= key)
            return RenderPath() + member;
        int found = -1;
        for (int i = _open.Count - 1; i >= 0 && _open[i].Index == _open[i].Children - 1; i--)
        {
            if (_open[i].IsMap || _open[i].Children > key)
                continue;
            if (_open[i].Children == key)
                return Render(i) + member;
            found = found < 0 ? i : found;
        }
        return Render(found < 0 ? Math.Max(_open.Count - 1, 0) : found) + member;
    }

    private readonly string Render(int depth)
    {
        var path = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            Frame frame = _open[i];
            if (!frame.IsMap)
                path.Append(CultureInfo.InvariantCulture, $"[{frame.Index}]");
            else if (frame.Index % 2 == 1 && TokenText.TryDescribeKey(_payload[frame.KeyStart..], out string key))
                path.Append(CultureInfo.InvariantCulture, $"[{key}]");
            else
                path.Append(CultureInfo.InvariantCulture, $"{{{frame.Index / 2}}}");
        }
        return path.ToString();
    }

    private readonly void NoteKey()
    {
        if (_open is not [.., { IsMap: true } map] || map.Index % 2 != 0)
            return;
        map.KeyStart = Position;
        _open[^1] = map;
    }

    /// <summary>Counts one element of the innermost array or map as done. True when it was the last.</summary>
    private readonly bool Step()
    {
        Frame frame = _open[^1];
        frame.Index++;
        _open[^1] = frame;
        return frame.Index == frame.Children;
    }

    /// <summary>An array or a map that has been entered and not yet left.</summary>
    private struct Frame
    {
        public long Children;
        public long Index;
        public int KeyStart;
        public bool IsMap;
    }
}
