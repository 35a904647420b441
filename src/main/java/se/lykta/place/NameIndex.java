package se.lykta.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * The rules by which a position gets its name, over names in an R-tree in metres.
 *
 * <p>In this order: an underpass within 15 m; the smallest named place that encloses the position; the nearest named
 * place within {@value #PLACE_METRES} m, where stops and car parks count as 30 m farther away and cemeteries as 40 m, because
 * a hall says more than the stop before it and a church more than the graves around it; but if that place is more than 40 m
 * away and a street nearer, the street with a crossing one, or else with that place; the nearest street within
 * {@value #STREET_METRES} m, with a crossing street if one is near; the wood or open country that encloses the position; the
 * area; the smallest part of the town that encloses it. Ties go to the name that comes first in the alphabet, so that the
 * answer does not depend on the order of the file. Immutable after it was built; safe for use by many threads.
 */
final class NameIndex {

    /** What holds streets, and so says less than a street does. */
    private static final Set<NameKind> PARTS = EnumSet.of(NameKind.LOCALITY, NameKind.GROUNDS);

    static final double PLACE_METRES = 80;
    static final double STREET_METRES = 60;
    static final double UNDERPASS_METRES = 15;
    private static final double CROSSING_METRES = 40;
    private static final double BESIDE_METRES = 40;
    private static final double TIE_METRES = 2;

    private final MetricGeometry metric;
    private final STRtree places;
    private final STRtree streets;
    private final STRtree parts;
    private final STRtree areas;

    private NameIndex(MetricGeometry metric, STRtree places, STRtree streets, STRtree parts, STRtree areas) {
        this.metric = metric;
        this.places = places;
        this.streets = streets;
        this.parts = parts;
        this.areas = areas;
    }

    static NameIndex of(MetricCrs crs, List<NamedPlace> names, List<Area> areas) {
        var metric = new MetricGeometry(crs);
        STRtree streets = tree(entries(metric, names, kind -> kind == NameKind.STREET));
        STRtree parts = tree(entries(metric, names, PARTS::contains));
        STRtree places = tree(entries(metric, names, kind -> kind != NameKind.STREET && !PARTS.contains(kind))
                .map(entry -> entry.name().isEmpty() ? underStreet(entry, streets) : entry));
        return new NameIndex(metric, places, streets, parts, tree(entries(metric, areas)));
    }

    /** The same names with other areas. */
    NameIndex withAreas(List<Area> others) {
        return new NameIndex(metric, places, streets, parts, tree(entries(metric, others)));
    }

    private static Stream<Entry> entries(MetricGeometry metric, List<Area> areas) {
        return areas.stream().map(area -> new Entry(area.name(), NameKind.LOCALITY, metric.project(area.geometry())));
    }

    /** The name of a position. */
    Optional<PlaceName> nearest(LonLat position) {
        Point here = metric.point(position);
        return underpass(here)
                .or(() -> enclosing(places, here, kind -> true))
                .or(() -> nearPlace(here))
                .or(() -> street(here))
                .or(() -> enclosing(parts, here, kind -> kind == NameKind.GROUNDS))
                .or(() -> area(here));
    }

    /** The street of a position. */
    Optional<PlaceName> nearestStreet(LonLat position) {
        return street(metric.point(position));
    }

    /** The name of the area that a position lies in. */
    Optional<String> areaName(LonLat position) {
        return area(metric.point(position)).map(PlaceName::name);
    }

    private Optional<PlaceName> underpass(Point here) {
        return near(places, here, UNDERPASS_METRES).stream()
                .filter(hit -> hit.entry().kind() == NameKind.UNDERPASS)
                .min(Hit.BY_DISTANCE)
                .map(hit -> Phrases.inUnderpass(hit.entry().name()));
    }

    private static Optional<PlaceName> enclosing(STRtree tree, Point here, Predicate<NameKind> kinds) {
        return near(tree, here, 0).stream()
                .filter(hit -> hit.entry().geometry().getDimension() == 2)
                .filter(hit -> kinds.test(hit.entry().kind()))
                .min(Comparator.comparingDouble(
                                (Hit hit) -> hit.entry().geometry().getArea())
                        .thenComparing(hit -> hit.entry().name()))
                .map(hit -> Phrases.of(hit.entry().name(), hit.entry().kind(), true));
    }

    private Optional<PlaceName> nearPlace(Point here) {
        return bestPlace(here)
                .map(place -> streetBefore(place, here)
                        .orElseGet(() ->
                                Phrases.of(place.entry().name(), place.entry().kind(), false)));
    }

    /** The street that lies nearer than a place in sight, told apart by its crossing or else by the place. */
    private Optional<PlaceName> streetBefore(Hit place, Point here) {
        List<Hit> streets = streets(here);
        if (place.metres() <= BESIDE_METRES
                || streets.isEmpty()
                || streets.get(0).metres() >= place.metres()) {
            return Optional.empty();
        }
        String first = firstOf(streets);
        return crossing(first, streets)
                .or(() -> Optional.of(place.entry())
                        .filter(entry -> entry.kind() != NameKind.PARKING
                                && !entry.name().equals(first))
                        .map(entry -> Phrases.atCrossing(first, entry.name())))
                .or(() -> Optional.of(Phrases.onStreet(first)));
    }

    private Optional<Hit> bestPlace(Point here) {
        return near(places, here, PLACE_METRES).stream()
                .filter(hit -> hit.entry().kind() != NameKind.UNDERPASS)
                .min(Hit.BY_RANK);
    }

    private Optional<PlaceName> street(Point here) {
        List<Hit> hits = streets(here);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        String first = firstOf(hits);
        return crossing(first, hits).or(() -> Optional.of(Phrases.onStreet(first)));
    }

    /** By distance. */
    private List<Hit> streets(Point here) {
        List<Hit> hits = near(streets, here, STREET_METRES);
        hits.sort(Hit.BY_DISTANCE);
        return hits;
    }

    private static Optional<PlaceName> crossing(String street, List<Hit> byDistance) {
        return byDistance.stream()
                .filter(hit ->
                        hit.metres() <= CROSSING_METRES && !hit.entry().name().equals(street))
                .findFirst()
                .map(hit -> Phrases.atCrossing(street, hit.entry().name()));
    }

    /** Where two streets meet neither is nearer: then the alphabet decides, and not a millimetre. */
    private static String firstOf(List<Hit> byDistance) {
        double nearest = byDistance.get(0).metres();
        return byDistance.stream()
                .filter(hit -> hit.metres() <= nearest + TIE_METRES)
                .map(hit -> hit.entry().name())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<PlaceName> area(Point here) {
        return near(areas, here, 0).stream()
                .min(Hit.BY_DISTANCE)
                .map(hit -> Phrases.inArea(hit.entry().name()))
                .or(() -> enclosing(parts, here, kind -> kind == NameKind.LOCALITY));
    }

    /** An underpass without a name is called after the street it crosses below; without one it stays unnamed. */
    private static Entry underStreet(Entry underpass, STRtree streets) {
        return found(streets, underpass.geometry().getEnvelopeInternal()).stream()
                .filter(street -> street.geometry().intersects(underpass.geometry()))
                .map(Entry::name)
                .sorted()
                .findFirst()
                .map(street -> new Entry(street, underpass.kind(), underpass.geometry()))
                .orElse(underpass);
    }

    private static List<Hit> near(STRtree tree, Point here, double metres) {
        Envelope box = new Envelope(here.getCoordinate());
        box.expandBy(metres);
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : found(tree, box)) {
            double distance = entry.geometry().distance(here);
            if (distance <= metres) {
                hits.add(new Hit(entry, distance));
            }
        }
        return hits;
    }

    @SuppressWarnings("unchecked") // only entries are ever put into the trees
    private static List<Entry> found(STRtree tree, Envelope box) {
        return (List<Entry>) tree.query(box);
    }

    private static Stream<Entry> entries(MetricGeometry metric, List<NamedPlace> names, Predicate<NameKind> kinds) {
        return names.stream().filter(name -> kinds.test(name.kind())).map(name -> Entry.of(metric, name));
    }

    private static STRtree tree(Stream<Entry> entries) {
        var tree = new STRtree();
        entries.forEach(entry -> tree.insert(entry.geometry().getEnvelopeInternal(), entry));
        tree.build();
        return tree;
    }

    private record Entry(String name, NameKind kind, Geometry geometry) {

        static Entry of(MetricGeometry metric, NamedPlace place) {
            return new Entry(place.name(), place.kind(), metric.project(place.geometry()));
        }
    }

    private record Hit(Entry entry, double metres) {

        static final Comparator<Hit> BY_DISTANCE = Comparator.comparingDouble(Hit::metres)
                .thenComparing(hit -> hit.entry().name());

        static final Comparator<Hit> BY_RANK = Comparator.comparingDouble(
                        (Hit hit) -> hit.metres() + hit.entry().kind().handicapMetres())
                .thenComparing(hit -> hit.entry().name());
    }
}
