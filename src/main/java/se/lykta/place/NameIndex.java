package se.lykta.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * place within {@value #PLACE_METRES} m, where stops and car parks count as 30 m farther away, because a hall says more
 * than the stop before it; if that place is more than 40 m away and the position on a street (10 m), the street at that
 * place; the nearest street within {@value #STREET_METRES} m, with a crossing street if one is near;
 * the area. Ties go to the name that comes first in the alphabet, so that the answer does not depend on the order of the
 * file. Immutable after it was built; safe for use by many threads.
 */
final class NameIndex {

    static final double PLACE_METRES = 80;
    static final double STREET_METRES = 60;
    static final double UNDERPASS_METRES = 15;
    private static final double CROSSING_METRES = 40;
    private static final double ON_STREET_METRES = 10;
    private static final double BESIDE_METRES = 40;
    private static final double TIE_METRES = 2;

    private final MetricGeometry metric;
    private final STRtree places;
    private final STRtree streets;
    private final STRtree areas;

    private NameIndex(MetricGeometry metric, STRtree places, STRtree streets, STRtree areas) {
        this.metric = metric;
        this.places = places;
        this.streets = streets;
        this.areas = areas;
    }

    static NameIndex of(MetricCrs crs, List<NamedPlace> names, List<Area> areas) {
        var metric = new MetricGeometry(crs);
        var streets = new STRtree();
        var places = new STRtree();
        names.stream()
                .filter(name -> name.kind() == NameKind.STREET)
                .forEach(name -> insert(streets, Entry.of(metric, name)));
        streets.build();
        names.stream()
                .filter(name -> name.kind() != NameKind.STREET && name.kind() != NameKind.LOCALITY)
                .map(name -> Entry.of(metric, name))
                .map(entry -> entry.name().isEmpty() ? underStreet(entry, streets) : entry)
                .forEach(entry -> insert(places, entry));
        places.build();
        var areaTree = new STRtree();
        areas.forEach(area -> {
            Geometry geometry = metric.project(area.geometry());
            areaTree.insert(geometry.getEnvelopeInternal(), new Entry(area.name(), NameKind.STREET, geometry));
        });
        areaTree.build();
        return new NameIndex(metric, places, streets, areaTree);
    }

    /** The name of a position. */
    Optional<PlaceName> nearest(LonLat position) {
        Point here = metric.point(position);
        return underpass(here)
                .or(() -> enclosing(here))
                .or(() -> streetAtPlace(here))
                .or(() -> nearPlace(here))
                .or(() -> street(here))
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

    private Optional<PlaceName> enclosing(Point here) {
        return near(places, here, 0).stream()
                .filter(hit -> hit.entry().geometry().getDimension() == 2)
                .min(Comparator.comparingDouble(
                                (Hit hit) -> hit.entry().geometry().getArea())
                        .thenComparing(hit -> hit.entry().name()))
                .map(hit -> Phrases.of(hit.entry().name(), hit.entry().kind(), true));
    }

    /** On a street, with a place in sight that is not beside it: the street, told apart by the place. */
    private Optional<PlaceName> streetAtPlace(Point here) {
        Optional<Hit> street = near(streets, here, ON_STREET_METRES).stream().min(Hit.BY_DISTANCE);
        Optional<Hit> place = bestPlace(here);
        boolean apart = place.filter(hit -> hit.metres() > BESIDE_METRES).isPresent();
        return apart && street.isPresent()
                ? Optional.of(Phrases.atCrossing(
                        street.get().entry().name(), place.get().entry().name()))
                : Optional.empty();
    }

    private Optional<PlaceName> nearPlace(Point here) {
        return bestPlace(here)
                .map(hit -> Phrases.of(hit.entry().name(), hit.entry().kind(), false));
    }

    private Optional<Hit> bestPlace(Point here) {
        return near(places, here, PLACE_METRES).stream()
                .filter(hit -> hit.entry().kind() != NameKind.UNDERPASS)
                .min(Hit.BY_RANK);
    }

    private Optional<PlaceName> street(Point here) {
        List<Hit> hits = near(streets, here, STREET_METRES);
        hits.sort(Hit.BY_DISTANCE);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        String first = firstOf(hits);
        return hits.stream()
                .filter(hit ->
                        hit.metres() <= CROSSING_METRES && !hit.entry().name().equals(first))
                .findFirst()
                .map(hit -> Phrases.atCrossing(first, hit.entry().name()))
                .or(() -> Optional.of(Phrases.onStreet(first)));
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
                .map(hit -> Phrases.inArea(hit.entry().name()));
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

    private static void insert(STRtree tree, Entry entry) {
        tree.insert(entry.geometry().getEnvelopeInternal(), entry);
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
