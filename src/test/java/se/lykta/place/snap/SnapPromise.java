package se.lykta.place.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.Area;
import se.lykta.place.MetricGeometry;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;

/** What the public is promised about snap points, checked the slow way: every address against every point. */
final class SnapPromise {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Municipality municipality;
    private final List<Area> areas;
    private final Collection<Address> addresses;
    private final MetricGeometry metric;
    private final Map<LonLat, Coordinate> projected = new HashMap<>();

    SnapPromise(Municipality municipality, List<Area> areas, Collection<Address> addresses) {
        this.municipality = municipality;
        this.areas = areas;
        this.addresses = addresses;
        this.metric = new MetricGeometry(municipality.crs());
    }

    static SnapPromise of(TestDatabase database) {
        var places = new PlaceStore(database.database().jdbi());
        String sql = "SELECT street, number, ST_X(geom), ST_Y(geom) FROM address WHERE NOT interpolated";
        List<Address> addresses = database.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .map((row, context) -> new Address(
                                (row.getString(1) + " " + row.getString(2)).toLowerCase(Locale.ROOT),
                                new LonLat(row.getDouble(3), row.getDouble(4))))
                        .list());
        return new SnapPromise(places.municipality(), places.listAreas(), addresses);
    }

    /** Eight addresses or the centre, nothing over a border, at every scale. */
    void check(List<SnapPoint> points) {
        assertThat(points).isNotEmpty();
        for (SnapScale scale : SnapScale.values()) {
            List<SnapPoint> ofScale =
                    points.stream().filter(point -> point.scale() == scale).toList();
            checkBorders(ofScale);
            checkAddresses(scale, ofScale);
        }
    }

    /** The snap point of a position, found by looking at all. */
    SnapPoint nearest(List<SnapPoint> points, LonLat position) {
        OptionalInt area = areaOf(position);
        SnapPoint nearest = null;
        for (SnapPoint point : points) {
            if (point.areaId().equals(area)
                    && (nearest == null || metres(point.position(), position) < metres(nearest.position(), position))) {
                nearest = point;
            }
        }
        if (nearest == null) {
            throw new AssertionError("no snap point in area " + area);
        }
        return nearest;
    }

    /** The first area by name that holds a position. */
    OptionalInt areaOf(LonLat position) {
        return areas.stream()
                .filter(area -> area.geometry().covers(point(position)))
                .mapToInt(Area::id)
                .findFirst();
    }

    double metres(LonLat a, LonLat b) {
        return projected(a).distance(projected(b));
    }

    private Coordinate projected(LonLat position) {
        return projected.computeIfAbsent(position, metric::project);
    }

    private void checkBorders(List<SnapPoint> points) {
        Geometry outline = municipality.outline().orElseThrow();
        for (SnapPoint point : points) {
            assertThat(outline.covers(point(point.position())))
                    .as("inside: %s", point)
                    .isTrue();
            assertThat(areaOf(point.position())).as("in its area: %s", point).isEqualTo(point.areaId());
        }
    }

    private void checkAddresses(SnapScale scale, List<SnapPoint> points) {
        Map<SnapPoint, Set<String>> catchments = new HashMap<>();
        points.forEach(point -> catchments.put(point, new HashSet<>()));
        for (Address address : addresses) {
            if (municipality.contains(address.position())) {
                SnapPoint point = nearest(points, address.position());
                catchments.computeIfAbsent(point, unused -> new HashSet<>()).add(address.key());
            }
        }
        Map<OptionalInt, List<SnapPoint>> byArea = new HashMap<>();
        catchments.forEach((point, keys) -> {
            assertThat(keys).as("%s", point).hasSize(point.addresses());
            boolean enough = keys.size() >= scale.leastAddresses();
            assertThat(enough || point.kind() == SnapKind.AREA_CENTRE)
                    .as("%s", point)
                    .isTrue();
            byArea.computeIfAbsent(point.areaId(), unused -> new ArrayList<>()).add(point);
        });
        byArea.values().forEach(known -> {
            boolean centre = known.stream().anyMatch(point -> point.kind() == SnapKind.AREA_CENTRE);
            assertThat(known.size() == 1 || !centre)
                    .as("a centre is alone: %s", known)
                    .isTrue();
        });
    }

    private static Point point(LonLat position) {
        return FACTORY.createPoint(new Coordinate(position.lonDeg(), position.latDeg()));
    }
}
