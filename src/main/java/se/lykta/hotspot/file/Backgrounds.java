package se.lykta.hotspot.file;

import se.lykta.geo.MetricCrs;

/**
 * Finds what reports are expected in proportion to, by its name.
 *
 * <p>Exists because on the command line that is a file, while who asks a service must not name files of its machine. Safe for
 * use by many threads.
 */
@FunctionalInterface
public interface Backgrounds {

    /** The name of what needs no points: the area inside each cell. */
    String AREA = "area";

    /**
     * The points of a background in metres of a system; a column {@code weight} says what each counts, else 1.
     *
     * @throws se.lykta.http.ApiException {@code background-invalid} with the names that there are
     */
    Points points(String name, MetricCrs crs);
}
