package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Land of known shape and a box of about ten kilometres across its coast: a mainland, some islands, a lagoon.
 *
 * <p>Shapes are stars, {@code r(angle)} a sum of waves, so that they never cross themselves; their corners lie on whole
 * millimetres.
 */
final class RandomShore {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    final Envelope box;
    final Geometry land;
    /** Pieces of the coast that meet the box, shuffled. */
    final List<Coordinate[]> ways;

    RandomShore(long seed) {
        var random = new Random(seed);
        var rings = new ArrayList<Coordinate[]>();
        double radius = 6000 + random.nextInt(6000);
        rings.add(star(random, new Coordinate(0, 0), radius, 400 + random.nextInt(2000)));
        Geometry all = FACTORY.createPolygon(rings.get(0));
        Coordinate[] lagoon = star(random, new Coordinate(0, 0), radius / 6, 50 + random.nextInt(50));
        all = overlay(all, FACTORY.createPolygon(lagoon), OverlayNG.DIFFERENCE);
        CoordinateArrays.reverse(lagoon);
        rings.add(lagoon);
        for (int i = random.nextInt(30); i > 0; i--) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double away = radius * (1.2 + random.nextDouble());
            var middle = new Coordinate(away * Math.cos(angle), away * Math.sin(angle));
            Polygon island =
                    FACTORY.createPolygon(star(random, middle, 50 + random.nextInt(600), 8 + random.nextInt(60)));
            if (!all.intersects(island)) {
                all = overlay(all, island, OverlayNG.UNION);
                rings.add(island.getCoordinates());
            }
        }
        land = all;
        box = box(random, radius);
        ways = pieces(random, rings);
    }

    /** The truth: what of the box is not land. */
    Geometry sea() {
        return overlay(FACTORY.toGeometry(box), land, OverlayNG.DIFFERENCE);
    }

    Shore shore(List<Coordinate[]> coast) {
        return new Shore(coast, List.of(), FACTORY.toGeometry(box), box);
    }

    /** The ways as a file has them that was cut to the nodes inside. */
    List<Coordinate[]> cutAtTheLastNode() {
        List<Coordinate[]> cut = new ArrayList<>();
        for (Coordinate[] way : ways) {
            int from = 0;
            for (int i = 0; i <= way.length; i++) {
                if (i == way.length || !box.contains(way[i])) {
                    if (i - from >= 2) {
                        cut.add(Arrays.copyOfRange(way, from, i));
                    }
                    from = i + 1;
                }
            }
        }
        return cut;
    }

    static Geometry overlay(Geometry a, Geometry b, int operation) {
        return OverlayNGRobust.overlay(a, b, operation);
    }

    /** Somewhere at the coast of the mainland. */
    private static Envelope box(Random random, double radius) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double away = radius * (0.7 + 0.6 * random.nextDouble());
        double x = away * Math.cos(angle);
        double y = away * Math.sin(angle);
        return new Envelope(
                Math.rint(x - 2000 - random.nextInt(4000)),
                Math.rint(x + 2000 + random.nextInt(4000)),
                Math.rint(y - 2000 - random.nextInt(4000)),
                Math.rint(y + 2000 + random.nextInt(4000)));
    }

    private List<Coordinate[]> pieces(Random random, List<Coordinate[]> rings) {
        Predicate<Coordinate[]> inTheBox = way -> FACTORY.createLineString(way).intersects(FACTORY.toGeometry(box));
        List<Coordinate[]> pieces = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            int from = 0;
            while (from < ring.length - 1) {
                int to = Math.min(ring.length - 1, from + 1 + random.nextInt(60));
                pieces.add(Arrays.copyOfRange(ring, from, to + 1));
                from = to;
            }
        }
        pieces.removeIf(inTheBox.negate());
        Collections.shuffle(pieces, random);
        return pieces;
    }

    /** Anticlockwise, so that the inside is on the left. */
    private static Coordinate[] star(Random random, Coordinate middle, double radius, int corners) {
        double[] heights = random.doubles(6, -0.12, 0.12).toArray();
        double[] phases = random.doubles(6, 0, 2 * Math.PI).toArray();
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = 1;
            for (int wave = 0; wave < heights.length; wave++) {
                r += heights[wave] * Math.sin((wave + 1) * (wave + 1) * angle + phases[wave]);
            }
            ring[i] = new Coordinate(
                    Math.rint((middle.x + radius * r * Math.cos(angle)) * 1000) / 1000,
                    Math.rint((middle.y + radius * r * Math.sin(angle)) * 1000) / 1000);
        }
        ring[corners] = ring[0].copy();
        return ring;
    }
}
