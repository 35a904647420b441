package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

/**
 * The CPU seconds of pieces of work, to be compared with each other in the same run.
 *
 * <p>A test must not ask how many milliseconds something takes: machines differ, and neighbours are noisy. It may ask
 * whether a trap costs more than plain work of the same size, or how the costs grow. Garbage is collected on other threads
 * and does not count.
 */
public final class Effort {

    private static final int TIMES = 16;
    private static final int HALFWAY = 128;

    private Effort() {}

    /** The best of three runs on this thread, in CPU seconds, after one that warms up. */
    public static double of(Runnable work) {
        work.run();
        return DoubleStream.generate(() -> once(work)).limit(3).min().orElseThrow();
    }

    /**
     * Fails if work on 16 times as many things seems to take quadratic time: 256 times as long, where O(n) takes 16 and
     * O(n √n) 64 times as long. The border lies halfway, so that noise does not decide.
     *
     * @param work is given how many things to work on
     * @param few how many are enough to be measured
     */
    public static void growsLessThanQuadratically(IntConsumer work, int few) {
        double seconds = of(() -> work.accept(few));
        double more = once(() -> work.accept(TIMES * few));

        assertThat(more / seconds).as("%.2f s against %.3f s", more, seconds).isLessThan(HALFWAY);
    }

    private static double once(Runnable work) {
        CpuClock clock = CpuClock.thread();
        long start = clock.nanos();
        work.run();
        return (clock.nanos() - start) / 1e9;
    }
}
