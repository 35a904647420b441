package se.lykta.bench;

/**
 * Measures a piece of work by repeating it: rounds of as many calls as fill a least time, of which the median counts.
 *
 * <p>Used by one thread.
 */
final class Stopwatch {

    private static final int MOST_CALLS = 1 << 20;

    private final CpuClock clock;
    private final long roundNanos;
    private final int rounds;
    private long seen;

    /**
     * A way of measuring.
     *
     * @param roundNanos the least time of a round, so that the clock's steps do not matter
     */
    Stopwatch(CpuClock clock, long roundNanos, int rounds) {
        this.clock = clock;
        this.roundNanos = roundNanos;
        this.rounds = rounds;
    }

    /** Something to be measured; the number depends on its result, so that nothing is optimised away. */
    interface Work {
        long run() throws Exception;
    }

    /** CPU and wall time of one call, microseconds. */
    record Cost(double cpuMicros, double wallMicros) {}

    /** The cost of one call; the results are looked at, so that nothing is optimised away. */
    Cost measure(Work work) throws Exception {
        int calls = callsPerRound(work);
        double[] cpu = new double[rounds];
        double[] wall = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long cpuStart = clock.nanos();
            long start = System.nanoTime();
            repeat(work, calls);
            wall[round] = (System.nanoTime() - start) / 1e3 / calls;
            cpu[round] = (clock.nanos() - cpuStart) / 1e3 / calls;
        }
        return new Cost(Sample.of(cpu).median(), Sample.of(wall).median());
    }

    /** Each call by itself: wall time in milliseconds of so many calls. */
    double[] walls(Work work, int calls) throws Exception {
        double[] millis = new double[calls];
        for (int call = 0; call < calls; call++) {
            long start = System.nanoTime();
            seen = 31 * seen + work.run();
            millis[call] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    /** Something that depends on all results. */
    long seen() {
        return seen;
    }

    private int callsPerRound(Work work) throws Exception {
        int calls = 1;
        while (calls < MOST_CALLS) {
            long start = System.nanoTime();
            repeat(work, calls);
            long nanos = Math.max(1, System.nanoTime() - start);
            if (nanos >= roundNanos) {
                return calls;
            }
            calls = (int) Math.min(calls * 8L, Math.max(calls + 1L, calls * roundNanos / nanos + 1));
        }
        return calls;
    }

    private void repeat(Work work, int calls) throws Exception {
        for (int call = 0; call < calls; call++) {
            seen = 31 * seen + work.run();
        }
    }
}
