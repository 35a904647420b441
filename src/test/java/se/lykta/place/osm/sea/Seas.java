package se.lykta.place.osm.sea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Shores written by hand or made, and what holds for the sea of any. */
final class Seas {

    private Seas() {}

    /** The sea within a box of ten by ten kilometres; lines are corners such as {@code 0 4000, 10000 4000}. */
    static Sea inBox(String... lines) {
        return checked(shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", lines));
    }

    static Shore shore(String cover, String... lines) {
        List<Coordinate[]> coast = Arrays.stream(lines)
                .map(line -> wkt("LINESTRING(" + line + ")").getCoordinates())
                .toList();
        return new Shore(coast, List.of(), wkt(cover), wkt(cover).getEnvelopeInternal());
    }

    /** The sea of a shore: valid, and with the earth just the ground. */
    static Sea checked(Shore shore) {
        Sea sea = Sea.of(shore);
        assertThat(Stream.concat(sea.ocean().stream(), sea.earth().stream()))
                .allMatch(Geometry::isValid)
                .allMatch(part -> !part.isEmpty());
        double ground = (sea.ocean().isEmpty() ? shore.ground() : shore.whole()).getArea();
        assertThat(area(sea.ocean()) + area(sea.earth())).isCloseTo(ground, within(1e-9 * ground));
        assertThat(together(sea.ocean()).getArea()).isCloseTo(area(sea.ocean()), within(1e-9 * ground));
        return sea;
    }

    static double squareKilometres(Sea sea) {
        return area(sea.ocean()) / 1e6;
    }

    static double area(List<Polygon> polygons) {
        return polygons.stream().mapToDouble(Geometry::getArea).sum();
    }

    static Geometry together(List<Polygon> polygons) {
        return OverlayNGRobust.union(new ArrayList<Geometry>(polygons), new GeometryFactory());
    }

    /** The area in which two geometries differ. */
    static double difference(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.SYMDIFFERENCE).getArea();
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
