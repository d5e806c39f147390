namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>What one work took in every round.</summary>
internal sealed class Series
{
    private readonly double[] _nanoseconds;
    private readonly int _iterations;

    public Series(Work work, Effort effort)
    {
        Work = work;
        _nanoseconds = new double[effort.Rounds];
        AllocatedBytes = Allocation(work);
        _iterations = Math.Max(1, (int)(effort.TurnMicroseconds * 1e3 / PerIteration(work, effort)));
    }

    public Work Work { get; }

    /// <summary>Bytes allocated per operation, the mean over the instances.</summary>
    public double AllocatedBytes { get; }

    /// <summary>Nanoseconds per operation: the median of the rounds.</summary>
    public double Nanoseconds => Statistics.Median(_nanoseconds);

    /// <summary>Times this work's turn of a round.</summary>
    public void Measure(int round)
    {
        double start = ThreadClock.Nanoseconds();
        Work.Run(_iterations);
        _nanoseconds[round] = (ThreadClock.Nanoseconds() - start) / _iterations;
    }

    /// <summary>How many times as fast as <paramref name="reference"/>: the median of the ratios within a round.</summary>
    public double SpeedAgainst(Series reference) =>
        Statistics.Median([.. _nanoseconds.Zip(reference._nanoseconds, (own, other) => other / own)]);

    private static double PerIteration(Work work, Effort effort)
    {
        for (int iterations = 1; ; iterations *= 2)
        {
            double start = ThreadClock.Nanoseconds();
            work.Run(iterations);
            double spent = ThreadClock.Nanoseconds() - start;
            if (spent >= effort.TurnMicroseconds * 1e3)
                return spent / iterations;
        }
    }

    private static double Allocation(Work work)
    {
        int iterations = work.Instances == 1 ? 100 : work.Instances;
        long before = GC.GetAllocatedBytesForCurrentThread();
        work.Run(iterations);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / iterations;
    }
}
