package se.lykta.place.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Writes an invented town by the sea: a ragged coast with the mainland in the east, a bay with a river, islands in the
 * west, streets, houses, a lake, a wood, a ferry and the border of the municipality, which runs through the sea.
 *
 * <p>Places are metres east and north of the south-west corner of the border, which is 24 km wide and 20 km high.
 */
public final class CoastalTown {

    private static final int HARBOUR_Y = 10_000;

    /** Where the shore is beside the town. */
    public static final double HARBOUR_LON = lon(shoreAt(HARBOUR_Y));

    /** Its latitude. */
    public static final double HARBOUR_LAT = lat(HARBOUR_Y);

    private static final int WIDTH = 24_000;
    private static final int HEIGHT = 20_000;
    private static final int BEYOND = 600;
    private static final String COASTLINE = "coastline";

    private final OsmXml xml = new OsmXml();
    private final Random random;
    private long nextId = 1;

    private CoastalTown(long seed) {
        this.random = new Random(seed);
    }

    /** Writes it with so many islands. */
    public static Path write(Path directory, int islands) {
        var town = new CoastalTown(7);
        town.coast();
        town.islands(islands);
        town.streets();
        town.nature();
        town.border();
        return town.xml.write(directory, "skärköping.osm");
    }

    /** East of it is land; southwards, land is on its left. */
    private void coast() {
        List<Long> line = new ArrayList<>();
        for (int y = HEIGHT + BEYOND; y >= -BEYOND; y -= 25) {
            line.add(node(shoreAt(y), y));
            if (line.size() == 150 || y <= -BEYOND + 25) {
                way(line, "natural", COASTLINE);
                line = new ArrayList<>(line.subList(line.size() - 1, line.size()));
            }
        }
        way(line, "natural", COASTLINE);
    }

    private static double shoreAt(double y) {
        double bay = 2500 * Math.exp(-Math.pow((y - 13_500) / 500, 2));
        return 14_500 + 1200 * Math.sin(y / 2500) + 350 * Math.sin(y / 610) + 90 * Math.sin(y / 97) + bay;
    }

    /** One in each cell of a grid, large and small ones; anticlockwise, so that land is on the left. */
    private void islands(int count) {
        int columns = (int) Math.ceil(Math.sqrt(count * 12_000.0 / HEIGHT));
        int rows = (count + columns - 1) / columns;
        double side = Math.min(12_000.0 / columns, (double) HEIGHT / rows);
        for (int i = 0; i < count; i++) {
            double x = (i % columns + 0.5) * side;
            double y = (Math.floorDiv(i, columns) + 0.5) * side;
            double size = side * 0.4 * Math.pow(random.nextDouble(), 2);
            double phase = random.nextDouble() * 6;
            ring(
                    x,
                    y,
                    8 + (int) (size / 25),
                    angle -> size * (1 + 0.2 * Math.sin(3 * angle + phase)),
                    "natural",
                    COASTLINE,
                    "place",
                    "island");
        }
    }

    private void streets() {
        for (int i = 0; i < 12; i++) {
            int x = 15_600 + i * 160;
            int y = 9000 + i * 160;
            street("Stångg. %d".formatted(i), x, 9000, x, 10_800);
            street("Hamng. %d".formatted(i), 15_600, y, 17_400, y);
        }
        double pier = shoreAt(HARBOUR_Y) - 250;
        way(List.of(node(15_600, HARBOUR_Y), node(pier, HARBOUR_Y)), "highway", "service", "name", "Piren");
        way(List.of(node(17_400, 10_000), node(WIDTH + 800, 11_500)), "highway", "primary", "ref", "162");
        way(List.of(node(pier, HARBOUR_Y), node(9000, 9500), node(-4000, 8000)), "route", "ferry");
        place("Skärköping", 16_500, 10_000, "town");
        place("Ytterskär", 6000, 9000, "hamlet");
    }

    private void street(String name, double fromX, double fromY, double toX, double toY) {
        way(List.of(node(fromX, fromY), node(toX, toY)), "highway", "residential", "name", name, "lit", "yes");
        int steps = (int) (Math.hypot(toX - fromX, toY - fromY) / 40);
        for (int i = 1; i < steps; i++) {
            double x = fromX + (toX - fromX) * i / steps + (fromX == toX ? 18 : 0);
            double y = fromY + (toY - fromY) * i / steps + (fromY == toY ? 18 : 0);
            ring(x, y, 4, angle -> 9, "building", "yes", "addr:street", name, "addr:housenumber", String.valueOf(i));
        }
    }

    private void nature() {
        ring(20_000, 6000, 60, angle -> 1500 + 200 * Math.sin(4 * angle), "landuse", "forest", "name", "Storskogen");
        ring(
                20_500,
                14_000,
                50,
                angle -> 700 + 90 * Math.sin(5 * angle),
                "natural",
                "water",
                "water",
                "lake",
                "name",
                "Insjön");
        List<Long> river = new ArrayList<>();
        for (int x = (int) shoreAt(13_500); x < WIDTH; x += 200) {
            river.add(node(x, 13_500 + 150 * Math.sin(x / 700.0)));
        }
        way(river, "waterway", "river", "name", "Ån");
    }

    private void border() {
        long id = way(
                List.of(node(0, 0), node(WIDTH, 0), node(WIDTH, HEIGHT), node(0, HEIGHT), nextId - 4),
                "boundary",
                "administrative");
        xml.relation(
                nextId++,
                new String[] {"way " + id + " outer"},
                "type",
                "boundary",
                "boundary",
                "administrative",
                "admin_level",
                "7",
                "name",
                "Skärköpings kommun");
    }

    private void place(String name, double x, double y, String kind) {
        xml.node(nextId++, lon(x), lat(y), "place", kind, "name", name);
    }

    private void ring(double x, double y, int corners, DoubleUnaryOperator radius, String... tags) {
        List<Long> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius.applyAsDouble(angle);
            ring.add(node(x + r * Math.cos(angle), y + r * Math.sin(angle)));
        }
        ring.add(ring.get(0));
        way(ring, tags);
    }

    private long node(double x, double y) {
        xml.node(nextId, lon(x), lat(y));
        return nextId++;
    }

    private long way(List<Long> nodes, String... tags) {
        xml.way(nextId, nodes.stream().mapToLong(Long::longValue).toArray(), tags);
        return nextId++;
    }

    private static double lon(double x) {
        return Math.round((11.3 + x / 59_800) * 1e7) / 1e7;
    }

    private static double lat(double y) {
        return Math.round((57.6 + y / 111_300) * 1e7) / 1e7;
    }
}
