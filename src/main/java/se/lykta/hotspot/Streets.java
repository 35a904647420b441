package se.lykta.hotspot;

import se.lykta.geo.MetricCrs;

/**
 * Tells where people go: positions evenly spaced along all streets and paths.
 *
 * <p>Exists so that chance can be let loose where reports are made. Has to be safe for use by many threads.
 */
@FunctionalInterface
public interface Streets {

    /** A town without a map. */
    Streets NONE = crs -> new double[][] {new double[0], new double[0]};

    /** East and north of the positions in metres of a system, in any order; not to be changed. */
    double[][] positions(MetricCrs crs);
}
