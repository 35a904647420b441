package se.lykta.place.osm.sea;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A box whose sides give way, each by a fifth of the box at most. Used by one thread. */
final class Frame {

    private static final double MOST = 0.2;

    private final Envelope whole;
    /** How far west, east, south and north side have moved inwards. */
    private final double[] moved = new double[4];

    Frame(Envelope whole) {
        this.whole = whole;
    }

    /** How far inside the whole box a point is. */
    double depth(Coordinate point) {
        return IntStream.range(0, 4)
                .mapToDouble(side -> depth(point, side))
                .min()
                .orElseThrow();
    }

    /** Moves the nearest side to a point that is inside, unless that is too far. */
    void exclude(Coordinate point) {
        int nearest = 0;
        for (int side = 0; side < 4; side++) {
            if (depth(point, side) <= moved[side]) {
                return;
            }
            nearest = depth(point, side) < depth(point, nearest) ? side : nearest;
        }
        double most = MOST * (nearest < 2 ? whole.getWidth() : whole.getHeight());
        if (depth(point, nearest) <= most) {
            moved[nearest] = depth(point, nearest);
        }
    }

    Geometry polygon() {
        return new GeometryFactory()
                .toGeometry(new Envelope(
                        whole.getMinX() + moved[0],
                        whole.getMaxX() - moved[1],
                        whole.getMinY() + moved[2],
                        whole.getMaxY() - moved[3]));
    }

    private double depth(Coordinate point, int side) {
        return switch (side) {
            case 0 -> point.x - whole.getMinX();
            case 1 -> whole.getMaxX() - point.x;
            case 2 -> point.y - whole.getMinY();
            default -> whole.getMaxY() - point.y;
        };
    }
}
