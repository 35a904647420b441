package se.lykta.place.snap;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.place.Area;
import se.lykta.place.MetricGeometry;
import se.lykta.place.Municipality;

/** Streets, places and houses thrown onto a town of 4 km with four areas of its own and one overlapping two of them. */
final class RandomTown {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final MetricGeometry METRIC = new MetricGeometry(MetricCrs.of(MetricCrs.SWEREF_99_TM));
    private static final double EAST = 470_000;
    private static final double NORTH = 6_237_000;

    final Municipality municipality = new Municipality(
            "Provköping", true, Optional.of(box(-2000, -2000, 2000, 2000)), at(0, 0), ZoneId.of("Europe/Stockholm"));

    /** By name, as the store lists them; the second overlaps others, the west lies partly outside, the south is in none. */
    final List<Area> areas = List.of(
            new Area(11, "Centrum", box(-400, -300, 600, 500)),
            new Area(12, "Domkyrkan", box(300, 300, 900, 900)),
            new Area(13, "Norr", box(-2000, 0, 2000, 2000)),
            new Area(14, "Tomt", box(-1900, -1900, -1800, -1800)),
            new Area(15, "Väst", box(-3000, -1000, -400, 0)));

    final List<Candidate> candidates = new ArrayList<>();
    final List<Address> addresses = new ArrayList<>();

    RandomTown(long seed, int streets, int houses) {
        Random random = new Random(seed);
        for (int i = 0; i < streets; i++) {
            SnapKind kind = random.nextInt(8) == 0 ? SnapKind.PLACE : SnapKind.STREET;
            candidates.add(new Candidate(Rounding.of(somewhere(random, 2200)), kind, "gata " + i));
        }
        for (int i = 0; i < houses; i++) {
            // some houses hold several shops with one address
            addresses.add(new Address("gatan " + (i - random.nextInt(2)), denserInTheMiddle(random)));
        }
    }

    List<SnapPoint> make() {
        return new SnapMaker(METRIC, new Regions(municipality, areas)).make(candidates, addresses);
    }

    SnapPromise promise() {
        return new SnapPromise(municipality, areas, addresses);
    }

    void shuffle(Random random) {
        Collections.shuffle(candidates, random);
        Collections.shuffle(addresses, random);
    }

    static LonLat somewhere(Random random, double most) {
        return at((random.nextDouble() * 2 - 1) * most, (random.nextDouble() * 2 - 1) * most);
    }

    private static LonLat denserInTheMiddle(Random random) {
        return at(random.nextGaussian() * 700, random.nextGaussian() * 700);
    }

    /** So many metres from the middle. */
    static LonLat at(double east, double north) {
        return METRIC.unproject(new Coordinate(EAST + east, NORTH + north));
    }

    private static Geometry box(double west, double south, double east, double north) {
        Coordinate[] corners = {at2(west, south), at2(east, south), at2(east, north), at2(west, north), at2(west, south)
        };
        return FACTORY.createPolygon(corners);
    }

    private static Coordinate at2(double east, double north) {
        LonLat position = at(east, north);
        return new Coordinate(position.lonDeg(), position.latDeg());
    }
}
