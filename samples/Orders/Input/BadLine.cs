namespace Orders;

/// <summary>A line of the input that is no (part of an) order.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1 on.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BadLine(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
