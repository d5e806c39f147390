namespace Messaging.Codegen.Chaos;

/// <summary>What the processes of this program say when they end.</summary>
internal static class ExitCodes
{
    /// <summary>The ledger balances.</summary>
    public const int Balanced = 0;

    /// <summary>Something was lost, or doubled that must not be.</summary>
    public const int Unbalanced = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Messages are left that nobody finishes.</summary>
    public const int Stuck = 3;

    /// <summary>A producer has published its share. A consumer never says so.</summary>
    public const int WorkDone = 10;
}
