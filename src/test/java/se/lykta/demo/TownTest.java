package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

class TownTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static Town town = new Town(List.of(), List.of());

    @BeforeAll
    static void build() {
        town = Town.build();
    }

    @Test
    void everyStreetAndPathIsReachableOnFoot() {
        List<Shape> highways = town.shapes().stream().filter(Shape::isHighway).toList();

        Set<Spot> reached = reachable(highways, highways.get(0).spots().get(0));

        assertThat(highways).allMatch(way -> reached.containsAll(way.spots()));
    }

    @Test
    void everyStepHasAStepFreeWayRound() {
        List<Shape> withoutSteps = town.shapes().stream()
                .filter(Shape::isHighway)
                .filter(way -> !way.tag("highway").equals("steps"))
                .toList();
        List<Shape> steps = town.shapes().stream()
                .filter(way -> way.tag("highway").equals("steps"))
                .toList();

        Set<Spot> reached = reachable(withoutSteps, withoutSteps.get(0).spots().get(0));

        assertThat(steps)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(way -> reached.contains(first(way)) && reached.contains(last(way)));
    }

    @Test
    void linesOfOneLayerNeverCrossWithoutACommonNode() {
        List<Shape> network = town.shapes().stream()
                .filter(shape -> shape.isHighway() || shape.isRail())
                .toList();
        List<String> crossings = new ArrayList<>();

        for (Shape one : network) {
            for (Shape other : network) {
                if (one.layer() == other.layer() && !one.equals(other)) {
                    addUnsharedCrossings(one, other, crossings);
                }
            }
        }

        assertThat(crossings).isEmpty();
    }

    @Test
    void theUnderpassMeetsNoRoadAndTheBridgesMeetNoWater() {
        Shape tunnel = named("Soltunneln");
        Shape road = town.shapes().stream()
                .filter(way -> way.tag("name").equals("Östra vägen") && way.layer() == 0)
                .findFirst()
                .orElseThrow();

        assertThat(tunnel.tags()).containsEntry("tunnel", "yes").containsEntry("layer", "-1");
        assertThat(line(tunnel).crosses(line(road))).isTrue();
        assertThat(road.spots()).doesNotContainAnyElementsOf(tunnel.spots());
        assertThat(town.shapes().stream().filter(way -> way.tags().containsKey("bridge")))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(way -> way.layer() == 1);
    }

    @Test
    void buildingsStandApartFromEachOtherAndFromStreets() {
        var index = new STRtree();
        town.streets().forEach(street -> {
            Geometry line = line(street);
            index.insert(line.getEnvelopeInternal(), line);
        });
        town.buildings().forEach(building -> {
            Geometry area = area(building);
            index.insert(area.getEnvelopeInternal(), area);
        });

        for (Shape building : town.buildings()) {
            Geometry area = area(building);
            List<?> hits = index.query(area.getEnvelopeInternal());
            long touching = hits.stream()
                    .filter(hit -> ((Geometry) hit).intersects(area))
                    .count();

            assertThat(touching).as("only itself").isEqualTo(1);
            assertThat(area.isValid()).isTrue();
        }
    }

    @Test
    void noAddressStandsTwice() {
        List<String> addresses = town.buildings().stream()
                .map(house -> house.tag("addr:street") + " " + house.tag("addr:housenumber"))
                .toList();

        assertThat(addresses).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void lightingIsKnownAndMixedOnPaths() {
        List<Shape> paths = town.shapes().stream()
                .filter(way -> way.tag("highway").equals("cycleway"))
                .toList();

        assertThat(paths)
                .extracting(way -> way.tag("lit"))
                .contains("yes", "no")
                .doesNotContain("");
    }

    @Test
    void whatTheStoryNeedsIsOnTheMap() {
        assertThat(town.shapes().stream().map(shape -> shape.tag("name")))
                .contains(
                        "Ljusån",
                        "Ljussjön",
                        "Storgatan",
                        "Stortorget",
                        "Stadsparken",
                        "Idrottshallen",
                        "Ljusbro skola",
                        "Ljusbro station",
                        "Ljusbro köpcentrum",
                        "Ljusbro kyrka",
                        "Ljusbro vårdcentral",
                        "Ljusbro bibliotek",
                        "Soltunneln",
                        "Kvarnbron");
    }

    @Test
    void districtsTileTheMunicipality() {
        Geometry outline = area(Districts.outline());
        List<Geometry> areas =
                Districts.list().values().stream().map(TownTest::area).toList();
        Geometry union = areas.stream().reduce(Geometry::union).orElseThrow();

        assertThat(areas).hasSize(8).allMatch(Geometry::isValid);
        assertThat(areas.stream().mapToDouble(Geometry::getArea).sum())
                .as("no overlap")
                .isCloseTo(union.getArea(), org.assertj.core.data.Offset.offset(1.0));
        assertThat(union.symDifference(outline).getArea()).as("no gap").isLessThan(1);
    }

    private static Set<Spot> reachable(List<Shape> ways, Spot start) {
        Map<Spot, Set<Spot>> neighbours = new HashMap<>();
        for (Shape way : ways) {
            for (int i = 0; i + 1 < way.spots().size(); i++) {
                Spot a = way.spots().get(i);
                Spot b = way.spots().get(i + 1);
                neighbours.computeIfAbsent(a, key -> new HashSet<>()).add(b);
                neighbours.computeIfAbsent(b, key -> new HashSet<>()).add(a);
            }
        }
        Set<Spot> reached = new HashSet<>(Set.of(start));
        Deque<Spot> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            neighbours.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private static void addUnsharedCrossings(Shape one, Shape other, List<String> crossings) {
        if (!line(one).getEnvelopeInternal().intersects(line(other).getEnvelopeInternal())) {
            return;
        }
        for (Coordinate at : line(one).intersection(line(other)).getCoordinates()) {
            var spot = new Spot(at.x, at.y);
            boolean shared = one.spots().stream().anyMatch(node -> node.distance(spot) < 0.1)
                    && other.spots().stream().anyMatch(node -> node.distance(spot) < 0.1);
            if (!shared) {
                crossings.add(one.tags() + " and " + other.tags() + " at " + spot);
            }
        }
    }

    private static Shape named(String name) {
        return town.shapes().stream()
                .filter(shape -> shape.tag("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Spot first(Shape way) {
        return way.spots().get(0);
    }

    private static Spot last(Shape way) {
        return way.spots().get(way.spots().size() - 1);
    }

    private static Geometry line(Shape shape) {
        return FACTORY.createLineString(coordinates(shape.spots()));
    }

    private static Geometry area(Shape shape) {
        return area(shape.spots());
    }

    private static Geometry area(List<Spot> ring) {
        return FACTORY.createPolygon(coordinates(ring));
    }

    private static Coordinate[] coordinates(List<Spot> spots) {
        return spots.stream().map(spot -> new Coordinate(spot.x(), spot.y())).toArray(Coordinate[]::new);
    }
}
