package se.lykta.walk.paper;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.place.MetricGeometry;

/**
 * A window on the world: which metres of a projected system a box on the paper shows.
 *
 * <p>Both axes have one scale, so circles stay round and a scale bar holds everywhere. Immutable.
 */
public final class MapFrame {

    private static final double EDGE_SHARE = 0.07;
    private static final int BBOX_STEPS = 4;

    private final MetricGeometry geometry;
    private final Box paper;
    private final Coordinate middle;
    private final double metresPerPoint;

    private MapFrame(MetricGeometry geometry, Box paper, Coordinate middle, double metresPerPoint) {
        this.geometry = geometry;
        this.paper = paper;
        this.middle = middle;
        this.metresPerPoint = metresPerPoint;
    }

    /**
     * All positions with some room around them.
     *
     * @param leastMetres the shorter side shows at least so much
     */
    public static MapFrame fitting(MetricGeometry geometry, List<LonLat> positions, Box paper, double leastMetres) {
        var extent = new Envelope();
        positions.forEach(position -> extent.expandToInclude(geometry.project(position)));
        double room = 1 - 2 * EDGE_SHARE;
        double scale = Math.max(
                leastMetres / Math.min(paper.width(), paper.height()),
                Math.max(extent.getWidth() / paper.width(), extent.getHeight() / paper.height()) / room);
        return new MapFrame(geometry, paper, extent.centre(), scale);
    }

    /** So many metres to the nearest edges around a position. */
    public static MapFrame around(MetricGeometry geometry, LonLat position, Box paper, double radiusMetres) {
        double scale = 2 * radiusMetres / Math.min(paper.width(), paper.height());
        return new MapFrame(geometry, paper, geometry.project(position), scale);
    }

    /** Where it is on the paper. */
    public Box paper() {
        return paper;
    }

    /** Metres on the ground that a point of the paper shows. */
    public double metresPerPoint() {
        return metresPerPoint;
    }

    /** Where on the paper a position lies, perhaps outside of the frame. */
    public Coordinate at(LonLat position) {
        Coordinate metres = geometry.project(position);
        return new Coordinate(
                paper.x() + paper.width() / 2 + (metres.x - middle.x) / metresPerPoint,
                paper.y() + paper.height() / 2 + (metres.y - middle.y) / metresPerPoint);
    }

    /** The box in longitude and latitude that covers all that is seen. */
    public Bbox bbox() {
        var box = new Envelope();
        for (int i = 0; i <= BBOX_STEPS; i++) {
            for (int j = 0; j <= BBOX_STEPS; j++) {
                LonLat position = geometry.unproject(new Coordinate(
                        middle.x + (i / (double) BBOX_STEPS - 0.5) * 1.05 * paper.width() * metresPerPoint,
                        middle.y + (j / (double) BBOX_STEPS - 0.5) * 1.05 * paper.height() * metresPerPoint));
                box.expandToInclude(position.lonDeg(), position.latDeg());
            }
        }
        return new Bbox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** How far true north is turned clockwise from the top of the paper, in radians; 0 on the system's middle meridian. */
    double northAngle() {
        LonLat here = geometry.unproject(middle);
        Coordinate north = geometry.project(new LonLat(here.lonDeg(), Math.min(90, here.latDeg() + 0.001)));
        return Math.atan2(north.x - middle.x, north.y - middle.y);
    }

    /** Says whether a place on the paper lies inside, so far from the edge. */
    boolean contains(Coordinate place, double margin) {
        return place.x >= paper.x() + margin
                && place.x <= paper.right() - margin
                && place.y >= paper.y() + margin
                && place.y <= paper.top() - margin;
    }
}
