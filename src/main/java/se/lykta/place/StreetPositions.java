package se.lykta.place;

import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lykta.geo.MetricCrs;

/**
 * Positions evenly spaced along all streets and paths of the imported map: where people go.
 *
 * <p>Made when asked for and kept until another map is imported. Safe for use by many threads.
 */
public final class StreetPositions {

    /** How far apart positions along one way are, about. */
    public static final double STEP_METRES = 20;

    private final PlaceStore store;
    private String madeFor = "";
    private double[][] made = {};

    /** The positions of one database. */
    public StreetPositions(PlaceStore store) {
        this.store = store;
    }

    /** East and north in metres of a system; not to be changed. */
    public synchronized double[][] in(MetricCrs crs) {
        String wanted = store.version() + " " + crs.name();
        if (!madeFor.equals(wanted)) {
            made = along(crs);
            madeFor = wanted;
        }
        return made;
    }

    private double[][] along(MetricCrs crs) {
        var metric = new MetricGeometry(crs);
        DoubleStream.Builder x = DoubleStream.builder();
        DoubleStream.Builder y = DoubleStream.builder();
        for (Geometry way : store.listStreets()) {
            Geometry metres = metric.project(way);
            double length = metres.getLength();
            var line = new LengthIndexedLine(metres);
            long pieces = Math.max(1, Math.round(length / STEP_METRES));
            for (int piece = 0; piece < pieces; piece++) {
                Coordinate at = line.extractPoint(length * (piece + 0.5) / pieces);
                x.add(at.x);
                y.add(at.y);
            }
        }
        return new double[][] {x.build().toArray(), y.build().toArray()};
    }
}
