package se.lykta.hotspot.chance;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * How far a long calculation is: tells whoever listens, and ends it when its thread is interrupted.
 *
 * <p>Used by one thread.
 */
public final class LongRun {

    private static final double LEAST_NEWS = 0.01;

    private final DoubleConsumer listener;
    private final int steps;
    private int done;
    private double told;

    /** A calculation of equal steps; the listener hears the share that is done, above 0 up to 1. */
    public LongRun(DoubleConsumer listener, int steps) {
        this.listener = listener;
        this.steps = steps;
    }

    /** Tells that one more step is done. */
    public void step() {
        check();
        told = (double) ++done / steps;
        listener.accept(told);
    }

    /** Tells how much of the present step is done, 0..1, if that is news. */
    public void part(double share) {
        check();
        double total = (done + share) / steps;
        if (total >= told + LEAST_NEWS) {
            told = total;
            listener.accept(total);
        }
    }

    /** Ends the calculation if its thread is interrupted; for places within a step. */
    public static void check() {
        if (Thread.interrupted()) {
            throw new CancellationException("the calculation was interrupted and left unfinished");
        }
    }
}
