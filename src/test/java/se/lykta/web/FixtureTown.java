package se.lykta.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A town of straight streets, small enough to be understood at a glance; immutable and always the same. */
final class FixtureTown {

    /** Western edge of the town, degrees. */
    static final double WEST = 15.000;
    /** Southern edge of the town, degrees. */
    static final double SOUTH = 60.000;
    /** Distance between two north-south streets, degrees of longitude: about 111 m. */
    static final double STEP_LON = 0.002;
    /** Distance between two east-west streets, degrees of latitude: about 111 m. */
    static final double STEP_LAT = 0.001;

    /** One of each kind: in this order street, place, middle of an area. */
    static final List<SnapPoint> SNAP_POINTS = List.of(
            new SnapPoint(corner(1.5, 6), "street", "Väg 6", "Centrum", 23),
            new SnapPoint(corner(10, 12.5), "place", "Stadsteatern", "Centrum", 64),
            new SnapPoint(corner(12.8, 2), "area_centre", "Norra skogen", "Norra skogen", 1));

    private static final int BLOCKS = 14;
    private static final long SEED = 42;

    private final GeometryFactory shapes = new GeometryFactory();
    private final List<Shape> all = new ArrayList<>();
    private final List<Coordinate> reports = new ArrayList<>();

    FixtureTown() {
        add("earth", box(-4, -4, BLOCKS + 8, BLOCKS + 8), Map.of("kind", "earth"));
        add("water", box(-4, -4, 3, 3), Map.of("kind", "ocean"));
        add("landuse", box(5, 6, 2, 2), Map.of("kind", "park", "name", "Stadsparken"));
        add("landuse", box(-4, 10, 4, 8), Map.of("kind", "forest"));
        add("water", box(-4, 2.2, BLOCKS + 8, 0.6), Map.of("kind", "river", "name", "Ljusån"));
        for (int i = 0; i <= BLOCKS; i++) {
            Map<String, Object> street =
                    Map.of("kind", i % 5 == 0 ? "secondary" : "residential", "name", "Gata " + i, "lit", i % 3 != 0);
            add("roads", line(i, 0, i, BLOCKS), street);
            add("roads", line(0, i, BLOCKS, i), Map.of("kind", "residential", "name", "Väg " + i, "lit", true));
        }
        add("roads", line(5, 6, 7, 8), Map.of("kind", "footway", "lit", false));
        add("roads", line(5, 8, 7, 6), Map.of("kind", "footway", "lit", true));
        addBuildings();
        add("places", point(7, 7.2), Map.of("kind", "town", "name", "Ljusbro"));
        add("pois", point(8.5, 8.5), Map.of("kind", "sports_hall", "name", "Idrottshallen"));
        add("pois", point(3.5, 11.5), Map.of("kind", "school", "name", "Ljusbro skola"));
        addStreetFurniture();
        addReports();
    }

    List<Shape> shapes() {
        return all;
    }

    List<Coordinate> reports() {
        return reports;
    }

    /** The corner of the given street and avenue. */
    static Coordinate corner(double street, double avenue) {
        return new Coordinate(WEST + street * STEP_LON, SOUTH + avenue * STEP_LAT);
    }

    private void addBuildings() {
        for (int i = 0; i < BLOCKS * BLOCKS; i++) {
            int street = i % BLOCKS;
            int avenue = i / BLOCKS;
            boolean park = street >= 5 && street < 7 && avenue >= 6 && avenue < 8;
            if (!park && avenue != 2) {
                add("buildings", box(street + 0.15, avenue + 0.2, 0.3, 0.25), Map.of("kind", "building"));
                add("buildings", box(street + 0.6, avenue + 0.5, 0.25, 0.35), Map.of("kind", "building"));
            }
        }
    }

    /** A library far from all reports, lamps along the lit path through the park, the numbers of some houses. */
    private void addStreetFurniture() {
        add("pois", point(1.5, 12.5), Map.of("kind", "library", "name", "Biblioteket", "min_zoom", 14));
        for (int i = 1; i <= 4; i++) {
            add("pois", point(5 + 0.4 * i, 8 - 0.4 * i), Map.of("kind", "street_lamp", "min_zoom", 16));
            add("buildings", point(4.3, 5.3 + i), Map.of("kind", "address", "addr_housenumber", String.valueOf(2 * i)));
        }
    }

    private void addReports() {
        var random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            int spot = i % 7;
            double spread = spot == 6 ? 6 : 0.3;
            reports.add(corner(
                    2.5 + 1.7 * spot + random.nextGaussian() * spread,
                    3 + (spot * 5) % 9 + random.nextGaussian() * spread));
        }
    }

    private void add(String layer, Geometry geometry, Map<String, Object> properties) {
        all.add(new Shape(layer, geometry, properties));
    }

    private Geometry point(double street, double avenue) {
        return shapes.createPoint(corner(street, avenue));
    }

    private Geometry line(double street, double avenue, double toStreet, double toAvenue) {
        return shapes.createLineString(new Coordinate[] {corner(street, avenue), corner(toStreet, toAvenue)});
    }

    private Geometry box(double street, double avenue, double width, double height) {
        return shapes.createPolygon(new Coordinate[] {
            corner(street, avenue),
            corner(street + width, avenue),
            corner(street + width, avenue + height),
            corner(street, avenue + height),
            corner(street, avenue)
        });
    }

    /** One feature of the base map. */
    record Shape(String layer, Geometry geometry, Map<String, Object> properties) {
        Shape {
            properties = Map.copyOf(properties);
        }
    }

    /** A position at which the public sees reports. */
    record SnapPoint(Coordinate at, String kind, String name, String area, long addresses) {

        boolean isPlace() {
            return kind.equals("place");
        }

        Map<String, Object> properties() {
            return Map.of("kind", kind, "name", name, "area", area, "addresses", addresses);
        }

        /** The address of a map with the point in its middle. */
        String map(int zoom) {
            return String.format(Locale.ROOT, "map=%d/%.5f/%.5f", zoom, at.y, at.x);
        }
    }
}
