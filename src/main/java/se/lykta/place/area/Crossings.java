package se.lykta.place.area;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Where the rings of polygons cross or touch what they must not.
 *
 * <p>Exists because JTS tells the first place only, and whoever draws wants to see all. Every pair of segments whose boxes
 * meet is looked at (monotone chains in an R-tree, JTS {@link MCIndexNoder}): O(n log n + pairs), and it ends at the most
 * places that are wanted, so a hostile zigzag costs no more. A ring may touch another one in a point; it must not touch
 * itself. Used by one thread.
 */
final class Crossings implements SegmentIntersector {

    private final LineIntersector intersector = new RobustLineIntersector();
    private final Set<Coordinate> places = new LinkedHashSet<>();
    private final int most;

    private Crossings(int most) {
        this.most = most;
    }

    /** The places, at most so many, always in the same order. */
    static List<Coordinate> of(Geometry polygons, int most) {
        var crossings = new Crossings(most);
        List<SegmentString> rings = new ArrayList<>();
        for (Object ring : LinearComponentExtracter.getLines(polygons)) {
            Coordinate[] corners = CoordinateArrays.removeRepeatedPoints(((LineString) ring).getCoordinates());
            rings.add(new BasicSegmentString(corners, null));
        }
        new MCIndexNoder(crossings).computeNodes(rings);
        return List.copyOf(crossings.places);
    }

    @Override
    public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
        if (isDone() || (one == other && i == j)) {
            return;
        }
        intersector.computeIntersection(
                one.getCoordinate(i), one.getCoordinate(i + 1), other.getCoordinate(j), other.getCoordinate(j + 1));
        boolean along = intersector.getIntersectionNum() == 2;
        boolean wrong = one == other ? !isJoint(one, i, j) : intersector.isProper();
        if (intersector.hasIntersection() && (along || wrong)) {
            places.add(intersector.getIntersection(0).copy());
        }
    }

    @Override
    public boolean isDone() {
        return places.size() >= most;
    }

    /** Whether one segment of a ring follows the other, which then meet in the corner between them. */
    private static boolean isJoint(SegmentString ring, int i, int j) {
        int apart = Math.abs(i - j);
        return apart == 1 || apart == ring.size() - 2;
    }
}
