using System.Collections;
using System.Text;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads an address, absolute or relative, from a string.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too), text that is no address, or the end of the payload.</exception>
    public Uri ReadUri()
    {
        ref byte start = ref _cursor;
        if (Uri.TryCreate(ReadString(), UriKind.RelativeOrAbsolute, out Uri? value))
            return value;
        _cursor = ref start;
        throw Unexpected("an address as a string");
    }

    /// <summary>Reads a version of two to four numbers from a string.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too), other text, or the end of the payload.</exception>
    public Version ReadVersion()
    {
        const string Expected = "a version as a string";
        ref byte start = ref _cursor;
        if (Version.TryParse(Utf8Decoder.Decode(ReadStringSpan(Expected)), out Version? value))
            return value;
        _cursor = ref start;
        throw Unexpected(Expected);
    }

    /// <summary>Reads a string into a new builder of text.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public StringBuilder ReadStringBuilder() => new(ReadString());

    /// <summary>Reads bits from an array of booleans.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public BitArray ReadBitArray()
    {
        var bits = new BitArray(ReadCollectionHeader(1));
        for (int i = 0; i < bits.Length; i++)
            bits[i] = ReadBoolean();
        return bits;
    }
}
