namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Consumes one value of any kind with everything inside it. Nesting costs no stack.</summary>
    /// <exception cref="MessageFormatException">The payload ends inside the value, or holds the byte that the format never uses.</exception>
    public void Skip() => SkipMembers(1);

    /// <summary>Consumes <paramref name="count"/> values: the members that a newer writer has added.</summary>
    /// <exception cref="MessageFormatException">The payload ends inside a value, or holds the byte that the format never uses.</exception>
    public void SkipMembers(int count)
    {
        const string Expected = "a value";
        for (long open = count; open > 0; open--)
        {
            if (!Token.TryMeasure(Peek(Remaining), out int size, out long children))
                throw !End && _cursor == Code.NeverUsed ? Unexpected(Expected) : Truncated(Expected);
            open += children;
            // Each value takes a byte: a count that the rest cannot hold is refused here, not after reading all of it.
            if (open - 1 > Remaining - size)
                throw Truncated(Expected);
            Advance(size);
        }
    }
}
