package se.lykta.place;

import java.time.ZoneId;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * The municipality this service is for.
 *
 * <p>Exists so that reports from elsewhere can be refused and public positions stay inside the border. A service may run
 * without an outline: then every position belongs to it. Immutable and safe for use by many threads; the outline must not
 * be changed after it was handed over.
 */
public final class Municipality {

    private static final double AROUND_START_DEG = 0.05;

    private final String name;
    private final boolean fictional;
    private final Optional<Geometry> outline;
    private final LonLat start;
    private final ZoneId timeZone;
    private final Optional<IndexedPointInAreaLocator> locator;

    /**
     * A municipality.
     *
     * @param outline polygons in longitude and latitude
     * @param start where the map opens and walks begin
     */
    public Municipality(String name, boolean fictional, Optional<Geometry> outline, LonLat start, ZoneId timeZone) {
        this.name = name;
        this.fictional = fictional;
        this.outline = outline;
        this.start = start;
        this.timeZone = timeZone;
        this.locator = outline.map(IndexedPointInAreaLocator::new);
    }

    /** What stands in until a municipality has been imported: no border, the middle of Sweden. */
    public static Municipality unset() {
        return new Municipality(
                "Sverige", false, Optional.empty(), new LonLat(16.32, 62.39), ZoneId.of("Europe/Stockholm"));
    }

    /** The official name. */
    public String name() {
        return name;
    }

    /** Says whether it is invented; every page and file then says so. */
    public boolean fictional() {
        return fictional;
    }

    /** The border, longitude and latitude, if it is known. */
    public Optional<Geometry> outline() {
        return outline;
    }

    /** Where the map opens and walks begin. */
    public LonLat start() {
        return start;
    }

    /** The zone in which days, months and hours are meant. */
    public ZoneId timeZone() {
        return timeZone;
    }

    /** The box around the outline, or some kilometres around the start. */
    public Bbox bbox() {
        Envelope box = outline.map(Geometry::getEnvelopeInternal)
                .orElseGet(() -> new Envelope(
                        start.lonDeg() - AROUND_START_DEG,
                        start.lonDeg() + AROUND_START_DEG,
                        start.latDeg() - AROUND_START_DEG,
                        start.latDeg() + AROUND_START_DEG));
        return new Bbox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** The metric system in which distances here are measured. */
    public MetricCrs crs() {
        return MetricCrs.suiting(start);
    }

    /** Says whether a position lies inside the border or on it; without a border every position does. */
    public boolean contains(LonLat position) {
        return locator.map(known ->
                        known.locate(new Coordinate(position.lonDeg(), position.latDeg())) != Location.EXTERIOR)
                .orElse(true);
    }
}
