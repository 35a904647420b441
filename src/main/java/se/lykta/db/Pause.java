package se.lykta.db;

/** A short wait that keeps the interrupt flag: for polling what offers nothing to wait on. */
final class Pause {

    private Pause() {}

    /** Sleeps; if interrupted, returns at once and leaves the flag set. */
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
