package se.lykta.hotspot;

import java.util.List;
import se.lykta.http.QueryParameters;

/**
 * What makes a hotspot.
 *
 * @param epsMetres reports at most this far apart are linked, 5..2000
 * @param minReports how many reports have to lie within that distance, and in the hotspot as a whole, 2..10000
 * @param minReporters how many different reporters or sources, 1..1000: no hotspot from one angry voice
 * @param limit how many hotspots at most, the best ones, 1..1000
 * @param byGroup whether the causes of each group make hotspots on their own, ranked together, instead of all causes
 * @param weights what decides the rank; never what makes a hotspot
 */
public record HotspotParameters(
        double epsMetres, int minReports, int minReporters, int limit, boolean byGroup, Weights weights) {

    /** 50 m, 8 reports, 3 reporters, 100 hotspots of all causes, each report weighs 1. */
    public static final HotspotParameters DEFAULT = new HotspotParameters(50, 8, 3, 100);

    /** The names of the query parameters. */
    public static final List<String> PARAMETERS =
            List.of("eps", "minReports", "minReporters", "limit", "by", "weight", "halfLife");

    /** Refuses what no analysis can mean. */
    public HotspotParameters {
        if (!(epsMetres >= 5 && epsMetres <= 2000)) {
            throw new IllegalArgumentException("eps " + epsMetres + " is not within 5..2000 metres");
        }
        if (minReports < 2 || minReports > 10_000 || minReporters < 1 || minReporters > 1000) {
            throw new IllegalArgumentException("minReports %d or minReporters %d is not within 2..10000, 1..1000"
                    .formatted(minReports, minReporters));
        }
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1..1000");
        }
    }

    /** All causes together, each report weighs 1. */
    public HotspotParameters(double epsMetres, int minReports, int minReporters, int limit) {
        this(epsMetres, minReports, minReporters, limit, false, Weights.NONE);
    }

    /** The same for each group of causes on its own. */
    HotspotParameters ofEachGroup() {
        return new HotspotParameters(epsMetres, minReports, minReporters, limit, true, weights);
    }

    /** The same with each report weighing 1, which changes the order and, where there are more than the limit, the choice. */
    HotspotParameters unweighted() {
        return new HotspotParameters(epsMetres, minReports, minReporters, limit, byGroup, Weights.NONE);
    }

    /** Reads them from a request; faults are noted there, so the caller ends with {@link QueryParameters#check()}. */
    public static HotspotParameters parse(QueryParameters parameters) {
        return new HotspotParameters(
                parameters.number("eps", DEFAULT.epsMetres, 5, 2000),
                parameters.integer("minReports", DEFAULT.minReports, 2, 10_000),
                parameters.integer("minReporters", DEFAULT.minReporters, 1, 1000),
                parameters.integer("limit", DEFAULT.limit, 1, 1000),
                parameters
                        .find("by", HotspotParameters::isGroup, "all or group")
                        .orElse(false),
                Weights.parse(parameters));
    }

    private static boolean isGroup(String text) {
        return switch (text) {
            case "all" -> false;
            case "group" -> true;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Canonical text for entity tags, visible ASCII without quotes. */
    public String key() {
        return "e%s.r%d.v%d.l%d%s.w%s"
                .formatted(epsMetres, minReports, minReporters, limit, byGroup ? ".g" : "", weights.key());
    }
}
