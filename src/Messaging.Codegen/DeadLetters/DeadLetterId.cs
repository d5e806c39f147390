using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Messaging.Codegen.DeadLetters;

namespace Messaging.Codegen;

/// <summary>Names one message that was given up.</summary>
/// <param name="Kind">Whether it was dead-lettered or quarantined.</param>
/// <param name="Stream">The stream that it was in, for example <c>ORDERS</c>.</param>
/// <param name="Sequence">The sequence of its copy, in the dead-letter or quarantine stream.</param>
public readonly record struct DeadLetterId(GiveUpKind Kind, string Stream, ulong Sequence)
{
    private const string DeadLetterWord = "dlq";
    private const string QuarantineWord = "quarantine";

    internal string CopyStream => GiveUpStreams.Name(Kind, Stream);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text, for example <c>dlq:ORDERS:17</c>; null gives false.</param>
    /// <param name="id">The id.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DeadLetterId id)
    {
        id = default;
        if (text?.Split(':') is not [var word, { Length: > 0 } stream, var number]
            || !ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || word is not (DeadLetterWord or QuarantineWord))
        {
            return false;
        }

        id = new DeadLetterId(word == DeadLetterWord ? GiveUpKind.DeadLetter : GiveUpKind.Quarantine, stream, sequence);
        return true;
    }

    /// <summary><c>dlq:ORDERS:17</c>, or <c>quarantine:ORDERS:17</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Kind == GiveUpKind.DeadLetter ? DeadLetterWord : QuarantineWord)}:{Stream}:{Sequence}");
}
