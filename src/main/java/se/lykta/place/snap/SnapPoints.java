package se.lykta.place.snap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.lykta.geo.LonLat;
import se.lykta.place.Area;
import se.lykta.place.MetricGeometry;
import se.lykta.place.Municipality;
import se.lykta.place.snap.NearestPoints.Spot;

/**
 * The few positions that may be shown in public in the place of exact ones (domain rule 2).
 *
 * <p>A position is shown at the nearest snap point of its own area, however far away that is: so each point stands for
 * the addresses of its catchment, at least {@link SnapScale#leastAddresses} or else the whole area, and never for
 * anything across a municipal or area border. A position outside of the municipality is withheld. Until a municipality
 * has been imported there is no border and no address; positions are then shown at the centres of grid cells. Immutable;
 * safe for use by many threads.
 */
public final class SnapPoints {

    private final Regions regions;
    private final MetricGeometry metric;
    private final Map<SnapScale, List<Optional<Nearest>>> nearest = new EnumMap<>(SnapScale.class);
    private final boolean onGrid;

    /**
     * Snap points as they are stored.
     *
     * @param areas the areas of the municipality by name, as {@code PlaceStore} lists them
     */
    SnapPoints(Municipality municipality, List<Area> areas, List<SnapPoint> points) {
        this(municipality, areas, points, false);
    }

    private SnapPoints(Municipality municipality, List<Area> areas, List<SnapPoint> points, boolean onGrid) {
        this.regions = new Regions(municipality, areas);
        this.metric = new MetricGeometry(municipality.crs());
        this.onGrid = onGrid;
        for (SnapScale scale : SnapScale.values()) {
            nearest.put(scale, trees(scale, points));
        }
    }

    /** What stands in until a municipality has been imported: the centres of grid cells. */
    public static SnapPoints withoutMunicipality() {
        return new SnapPoints(Municipality.unset(), List.of(), List.of(), true);
    }

    /** The public position of an exact one; empty: it must not be shown. */
    public Optional<LonLat> snap(LonLat exact) {
        return snap(exact, SnapScale.STREET);
    }

    /** The same at a scale. */
    public Optional<LonLat> snap(LonLat exact, SnapScale scale) {
        if (onGrid) {
            return Optional.of(new GridCells(metric).centre(exact, scale));
        }
        OptionalInt region = regions.find(exact);
        return region.isEmpty()
                ? Optional.empty()
                : nearest(scale).get(region.getAsInt()).map(known -> known.to(metric, exact));
    }

    private List<Optional<Nearest>> trees(SnapScale scale, List<SnapPoint> points) {
        List<List<LonLat>> positions = new ArrayList<>();
        for (int region = 0; region < regions.size(); region++) {
            positions.add(new ArrayList<>());
        }
        points.stream()
                .filter(point -> point.scale() == scale)
                .forEach(point -> regions.regionOf(point.areaId())
                        .ifPresent(region -> positions.get(region).add(point.position())));
        return positions.stream()
                .map(known -> known.isEmpty() ? Optional.<Nearest>empty() : Optional.of(Nearest.of(metric, known)))
                .toList();
    }

    private List<Optional<Nearest>> nearest(SnapScale scale) {
        return nearest.getOrDefault(scale, List.of());
    }

    /** The points of one region at one scale, in the fixed order. */
    private record Nearest(List<LonLat> positions, NearestPoints tree) {

        static Nearest of(MetricGeometry metric, List<LonLat> positions) {
            List<Spot> spots = new ArrayList<>();
            for (LonLat position : positions) {
                spots.add(new Spot(spots.size(), metric.project(position)));
            }
            return new Nearest(List.copyOf(positions), new NearestPoints(spots));
        }

        LonLat to(MetricGeometry metric, LonLat exact) {
            return positions.get(tree.nearest(metric.project(exact)).order());
        }
    }
}
