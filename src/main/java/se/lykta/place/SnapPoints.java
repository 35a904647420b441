package se.lykta.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import se.lykta.geo.LonLat;

/**
 * The few positions that may be shown in public in the place of exact ones (domain rule 2).
 *
 * <p>First version: the nearest public place (hall, school, station, stop, square, park, shopping) within
 * {@value #PLACE_METRES} m, else the centre of a {@value #CELL_METRES} m cell of the metric grid. A cell's catchment is
 * not counted here: street mid-points with at least 8 addresses take the place of the cells later. Never outside the
 * municipality: a place or cell centre beyond the border is passed over for the nearest cell centre inside, and if none
 * is near the position is withheld. Immutable; safe for use by many threads.
 */
public final class SnapPoints {

    static final double PLACE_METRES = 150;
    static final int CELL_METRES = 250;
    private static final int RINGS = 2;

    private final Municipality municipality;
    private final MetricGeometry metric;
    private final STRtree places = new STRtree();

    /** The snap points of a municipality with these names, of which only the public ones are used. */
    public SnapPoints(Municipality municipality, List<NamedPlace> names) {
        this.municipality = municipality;
        this.metric = new MetricGeometry(municipality.crs());
        names.stream()
                .filter(name -> name.kind().isPublic())
                .map(this::target)
                .filter(target -> municipality.contains(target.position()))
                .forEach(target -> places.insert(target.geometry().getEnvelopeInternal(), target));
        places.build();
    }

    /** The snap points of what is in the store now. */
    public static SnapPoints load(PlaceStore store) {
        return new SnapPoints(store.municipality(), store.listNames());
    }

    /** The public position of an exact one; empty: it must not be shown. */
    public Optional<LonLat> snap(LonLat exact) {
        Point here = metric.point(exact);
        return nearestPlace(here).or(() -> cell(exact, CELL_METRES));
    }

    /** The centre of the grid cell that holds the position, or of the nearest cell whose centre is inside the border. */
    public Optional<LonLat> cell(LonLat exact, int cellMetres) {
        Coordinate here = metric.project(exact);
        double column = Math.floor(here.x / cellMetres);
        double row = Math.floor(here.y / cellMetres);
        return cellsAround(column, row)
                .map(cell -> new Coordinate((cell.x + 0.5) * cellMetres, (cell.y + 0.5) * cellMetres))
                .sorted(Comparator.comparingDouble((Coordinate centre) -> centre.distance(here))
                        .thenComparing(Comparator.naturalOrder()))
                .map(this::rounded)
                .filter(municipality::contains)
                .findFirst();
    }

    private Optional<LonLat> nearestPlace(Point here) {
        Envelope box = new Envelope(here.getCoordinate());
        box.expandBy(PLACE_METRES);
        return found(box)
                .filter(target -> target.geometry().distance(here) <= PLACE_METRES)
                .min(Comparator.comparingDouble(
                                (Target target) -> target.geometry().distance(here))
                        .thenComparing(target -> target.position().toString()))
                .map(Target::position);
    }

    @SuppressWarnings("unchecked") // only targets are ever put into the tree
    private Stream<Target> found(Envelope box) {
        return ((List<Target>) places.query(box)).stream();
    }

    private static Stream<Coordinate> cellsAround(double column, double row) {
        return IntStream.rangeClosed(-RINGS, RINGS)
                .boxed()
                .flatMap(east -> IntStream.rangeClosed(-RINGS, RINGS)
                        .mapToObj(north -> new Coordinate(column + east, row + north)));
    }

    private Target target(NamedPlace place) {
        Geometry geometry = metric.project(place.geometry());
        return new Target(geometry, rounded(geometry.getInteriorPoint().getCoordinate()));
    }

    /** To a millionth of a degree (0.1 m), so that equal snap points are equal numbers whatever the arithmetic. */
    private LonLat rounded(Coordinate metres) {
        LonLat exact = metric.unproject(metres);
        return new LonLat(Math.rint(exact.lonDeg() * 1e6) / 1e6, Math.rint(exact.latDeg() * 1e6) / 1e6);
    }

    private record Target(Geometry geometry, LonLat position) {}
}
