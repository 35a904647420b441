package se.lykta.hotspot.surface;

import java.util.concurrent.CancellationException;

/** Ends long calculations that nobody waits for any more. Holds no state. */
final class Cancellation {

    private Cancellation() {}

    /**
     * Does nothing, unless the thread is interrupted.
     *
     * @throws CancellationException if it is; the mark is taken away
     */
    static void check() {
        if (Thread.interrupted()) {
            throw new CancellationException("the calculation was interrupted and left unfinished");
        }
    }
}
