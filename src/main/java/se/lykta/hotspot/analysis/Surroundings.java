package se.lykta.hotspot.analysis;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;

/**
 * What an analysis has to know of the place beside the reports. Has to be safe for use by many threads.
 */
public interface Surroundings {

    /** In which distances are measured; metric. */
    MetricCrs crs();

    /** The border inside which reports are looked at, longitude and latitude, if it is known. */
    Optional<Geometry> outline();

    /** East and north of positions evenly spaced along all streets, in metres of a system; not to be changed. */
    double[][] streets(MetricCrs crs);

    /** Changes whenever any of them does. */
    String version();
}
