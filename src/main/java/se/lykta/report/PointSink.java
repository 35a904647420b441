package se.lykta.report;

import java.util.function.Consumer;

/**
 * Where a full load puts reports: several threads at once, each into a part of its own, so that none waits for another.
 *
 * <p>After the load every part is complete and visible to the thread that asked for the load.
 */
@FunctionalInterface
public interface PointSink {

    /** A new part, to be filled by one thread; it must not keep the view it is handed. */
    Consumer<PointView> part();
}
