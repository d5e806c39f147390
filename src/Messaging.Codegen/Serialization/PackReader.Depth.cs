namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>
    /// Levels of nesting so far. Another serializer that this one calls, or is called by, takes it over: a payload that alternates between the two
    /// must not get twice the depth, and its end with the stack's.
    /// </summary>
    internal int Depth
    {
        readonly get => _depth;
        set => _depth = value;
    }
}
