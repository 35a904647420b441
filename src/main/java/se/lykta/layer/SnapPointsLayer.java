package se.lykta.layer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audience;
import se.lykta.geo.LonLat;
import se.lykta.place.snap.CurrentSnapPoints;
import se.lykta.place.snap.SnapPoint;
import se.lykta.place.snap.SnapPointEdition;
import se.lykta.place.snap.SnapScale;

/**
 * The positions at which the public sees reports, with what each stands for: for staff, who explain and check them.
 *
 * <p>They follow map and areas, not the reports, so no filter is known here. Those that stand for most addresses come first.
 */
public final class SnapPointsLayer implements Layer {

    /** By content, so that the order is the same whenever they are made anew. */
    private static final Comparator<SnapPoint> MOST_ADDRESSES_FIRST = Comparator.comparingInt(SnapPoint::addresses)
            .reversed()
            .thenComparingDouble(point -> point.position().lonDeg())
            .thenComparingDouble(point -> point.position().latDeg());

    private static final double PER_DEGREE = 1e7;

    private final CurrentSnapPoints current;
    private final GeometryFactory geometries = new GeometryFactory();

    /** The layer of one service. */
    public SnapPointsLayer(CurrentSnapPoints current) {
        this.current = current;
    }

    @Override
    public String id() {
        return "snap-points";
    }

    @Override
    public String titleSv() {
        return "Allmänhetens punkter";
    }

    @Override
    public String titleEn() {
        return "Public positions";
    }

    @Override
    public Audience audience() {
        return Audience.STAFF;
    }

    @Override
    public List<String> parameters() {
        return List.of(View.SCALE);
    }

    @Override
    public Contents read(View view) {
        SnapPointEdition edition = current.edition();
        SnapScale scale = view.scale();
        return new Contents() {

            @Override
            public String version() {
                return scale.code() + "." + edition.version();
            }

            @Override
            public void forEach(Consumer<Feature> consumer) {
                edition.points().stream()
                        .filter(point -> point.scale() == scale)
                        .sorted(MOST_ADDRESSES_FIRST)
                        .map(point -> feature(point, edition))
                        .forEach(consumer);
            }
        };
    }

    private Feature feature(SnapPoint point, SnapPointEdition edition) {
        LonLat position = point.position();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kind", point.kind().code());
        values.put("name", point.name().isEmpty() ? null : point.name());
        values.put("area", edition.areaName(point).orElse(null));
        values.put("addresses", point.addresses());
        values.put("scale", point.scale().code());
        values.put("least_addresses", point.scale().leastAddresses());
        var place = new Coordinate(position.lonDeg(), position.latDeg());
        return new Feature(id(point), geometries.createPoint(place), values);
    }

    /** Scale and position are what tells a point from every other one, before an import and after it. */
    private static String id(SnapPoint point) {
        return "%s_%d_%d"
                .formatted(
                        point.scale().code(),
                        Math.round(point.position().lonDeg() * PER_DEGREE),
                        Math.round(point.position().latDeg() * PER_DEGREE));
    }
}
