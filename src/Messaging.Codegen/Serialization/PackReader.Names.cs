using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads the name of a member in a map.</summary>
    /// <exception cref="MessageFormatException">A key that is no string (nil too), or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MemberName ReadName() => new(ReadStringSpan("a member's name: a string"));

    /// <summary>
    /// Notes that a member of a map has come, directly behind its name. A second value for a member is refused: MessagePack-CSharp takes the last one,
    /// others the first, so that two readers of one payload would see two messages.
    /// </summary>
    /// <param name="isPresent">Whether the member has come before; true afterwards.</param>
    /// <exception cref="MessageFormatException">It has.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void NoteMember(scoped ref bool isPresent)
    {
        if (isPresent)
            throw DuplicateKey();
        isPresent = true;
    }

    /// <summary>A required member of a map is absent. Correct behind the map, and where <see cref="TryReadValue"/> gave false for the member.</summary>
    /// <param name="key">The member's name in the map.</param>
    /// <param name="name">The member's name in the contract.</param>
    /// <param name="mapOffset">What <see cref="Offset"/> was in front of the map.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException MissingMember(string key, string name, int mapOffset)
    {
        string path = $"{KeyPath.At(Payload, mapOffset)}[{TokenText.Quote(Encoding.UTF8.GetBytes(key))}]";
        bool isNil = KeyPath.EndingAt(Payload, Offset, out int start) == path && Payload[start] == Code.Nil;
        return new MessageFormatException(_contract, path, isNil ? start : mapOffset, $"the required member {name}", isNil ? "nil" : "a map without it");
    }
}
