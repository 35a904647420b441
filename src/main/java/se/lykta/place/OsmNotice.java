package se.lykta.place;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.lykta.geo.Bbox;

/**
 * What an import tells about a file that it took although something is missing or wrong.
 *
 * <p>Exists so that a poor file is never taken silently.
 *
 * @param code stable, kebab-case
 * @param count how many there are
 * @param text one sentence for people, with the count
 */
public record OsmNotice(String code, long count, String text) {

    /** Sweden with its waters, degrees. */
    private static final Bbox SWEDEN = new Bbox(10.0, 54.9, 24.3, 69.2);

    /** What is to be told, the weightiest first. */
    static List<OsmNotice> of(OsmCounts counts) {
        return Stream.concat(missing(counts), faulty(counts.faults()))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<List<OsmNotice>> missing(OsmCounts counts) {
        return Stream.of(
                outsideSweden(counts),
                zero(
                        "osm-no-addresses",
                        counts.addresses(),
                        "no addresses: none can be searched for, and public positions fall back to the middle of areas"),
                zero(
                        "osm-no-municipality",
                        counts.municipalities(),
                        "no complete border of a municipality (admin_level 7): import it as areas, from a file of its own"));
    }

    private static Stream<List<OsmNotice>> faulty(OsmFaults faults) {
        return Stream.of(
                coast(
                        "osm-broken-coast",
                        faults.coast().gaps(),
                        "the coast is broken in %d places%s: no sea is shown there, or none at all",
                        faults.coast()),
                coast(
                        "osm-wrong-coast",
                        faults.coast().wrong(),
                        "%d lines of the coast have no water on their right or cross others%s",
                        faults.coast()),
                some(
                        "osm-missing-nodes",
                        faults.missingNodes(),
                        "%d references to nodes that are not in the file: left out"),
                some("osm-missing-members", faults.missingMembers(), "%d ways of areas are not in the file"),
                some("osm-unclosed-areas", faults.unclosedAreas(), "%d areas whose border does not close: left out"),
                some("osm-repaired-areas", faults.repairedAreas(), "%d areas whose border crosses itself: repaired"),
                some(
                        "osm-foreign-names",
                        faults.foreignNames(),
                        "%d names without any Latin letter: kept as they are"));
    }

    private static List<OsmNotice> some(String code, long count, String text) {
        return count == 0 ? List.of() : List.of(new OsmNotice(code, count, text.formatted(count)));
    }

    private static List<OsmNotice> coast(String code, long count, String text, CoastFaults faults) {
        String near = faults.first().map(place -> ", near " + place).orElse("");
        return count == 0 ? List.of() : List.of(new OsmNotice(code, count, text.formatted(count, near)));
    }

    private static List<OsmNotice> zero(String code, long count, String text) {
        return count > 0 ? List.of() : List.of(new OsmNotice(code, 0, text));
    }

    private static List<OsmNotice> outsideSweden(OsmCounts counts) {
        Bbox box = counts.extent();
        boolean touches = box.westDeg() <= SWEDEN.eastDeg()
                && box.eastDeg() >= SWEDEN.westDeg()
                && box.southDeg() <= SWEDEN.northDeg()
                && box.northDeg() >= SWEDEN.southDeg();
        String text = String.format(
                Locale.ROOT,
                "the file lies outside Sweden, longitude %.2f to %.2f, latitude %.2f to %.2f: is it the right one?",
                box.westDeg(),
                box.eastDeg(),
                box.southDeg(),
                box.northDeg());
        return touches ? List.of() : List.of(new OsmNotice("osm-outside-sweden", counts.nodes(), text));
    }
}
