using System.Diagnostics;
using System.Runtime;

namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>Runs everything mixed until the JIT has nothing left to do, so that shared code is compiled for all payloads and not for the first.</summary>
internal static class WarmUp
{
    private const int SliceMicroseconds = 1_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static void Run(IReadOnlyList<Work> works, Effort effort, Random random)
    {
        var turns = new Turn[works.Count];
        for (int i = 0; i < turns.Length; i++)
            turns[i] = new Turn(works[i]);

        long started = Stopwatch.GetTimestamp();
        long lastChange = started;
        long methods = 0;
        do
        {
            random.Shuffle(turns);
            foreach (Turn turn in turns)
                turn.Warm(SliceMicroseconds * 1e3);

            long compiled = JitInfo.GetCompiledMethodCount();
            if (compiled != methods)
                lastChange = Stopwatch.GetTimestamp();
            methods = compiled;
        }
        while (Stopwatch.GetElapsedTime(started) < Patience
            && (Array.Exists(turns, turn => turn.Spent < effort.WarmUpMilliseconds * 1e6) || Stopwatch.GetElapsedTime(lastChange) < Quiet));
    }

    private sealed class Turn(Work work)
    {
        private int _iterations = 1;

        /// <summary>Nanoseconds so far.</summary>
        public double Spent { get; private set; }

        public void Warm(double nanoseconds)
        {
            double start = ThreadClock.Nanoseconds();
            work.Run(_iterations);
            double spent = ThreadClock.Nanoseconds() - start;
            Spent += spent;
            _iterations = spent < nanoseconds ? Math.Min(_iterations * 2, 1 << 20) : Math.Max(_iterations / 2, 1);
        }
    }
}
