namespace Orders;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line that it begins in, from 1 on.</param>
/// <param name="Fields">Its fields without their quotes; empty when <paramref name="Error"/> is set.</param>
/// <param name="Error">Why it is none, or null.</param>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Fields, string? Error);
