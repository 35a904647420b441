package se.lykta.place.snap;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lykta.geo.LonLat;
import se.lykta.place.MetricGeometry;
import se.lykta.place.NameKind;
import se.lykta.place.NamedPlace;

/**
 * Finds the positions that could become snap points: public places, and the middles of streets.
 *
 * <p>A street is taken way by way as in the map, a way of more than {@value #PIECE_METRES} m in equal pieces: an edit
 * then moves the middles of the edited way only. Immutable.
 */
final class Candidates {

    static final double PIECE_METRES = 120;

    private final MetricGeometry metric;

    Candidates(MetricGeometry metric) {
        this.metric = metric;
    }

    /** The candidates of a name, none for a name that is neither public nor a street. */
    Stream<Candidate> of(NamedPlace place) {
        if (place.kind() == NameKind.STREET) {
            return middles(place.geometry()).map(position -> new Candidate(position, SnapKind.STREET, place.name()));
        }
        return place.kind().isPublic()
                ? Stream.of(new Candidate(inside(place.geometry()), SnapKind.PLACE, place.name()))
                : Stream.empty();
    }

    private Stream<LonLat> middles(Geometry street) {
        return IntStream.range(0, street.getNumGeometries())
                .mapToObj(street::getGeometryN)
                .flatMap(part -> part instanceof LineString line ? middles(line) : Stream.of(inside(part)));
    }

    private Stream<LonLat> middles(LineString way) {
        Geometry metres = metric.project(way);
        double length = metres.getLength();
        int pieces = (int) Math.max(1, Math.ceil(length / PIECE_METRES));
        var along = new LengthIndexedLine(metres);
        return IntStream.range(0, pieces)
                .mapToObj(piece -> along.extractPoint(length * (piece + 0.5) / pieces))
                .map(metric::unproject)
                .map(Rounding::of);
    }

    private LonLat inside(Geometry place) {
        return Rounding.of(
                metric.unproject(metric.project(place).getInteriorPoint().getCoordinate()));
    }

    /** The candidates of all names. */
    List<Candidate> of(List<NamedPlace> places) {
        return places.stream().flatMap(this::of).toList();
    }
}
