package se.lykta.hotspot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.lykta.taxonomy.Severity;

/**
 * How hotspots were found, as named values: what the list and the exports say of them as a whole, so that anybody can
 * repeat the run.
 */
public final class Provenance {

    private static final String PAPER = "Ester, Kriegel, Sander, Xu 1996";

    private Provenance() {}

    /** Method, window, number of reports and snapshot, in the order of output. */
    public static Map<String, @Nullable Object> of(Hotspots hotspots) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("method", method(hotspots));
        values.put("from", hotspots.window().map(w -> w.from().toString()).orElse(null));
        values.put("to", hotspots.window().map(w -> w.to().toString()).orElse(null));
        values.put("total", hotspots.total());
        values.put("snapshotVersion", hotspots.snapshotVersion());
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, @Nullable Object> method(Hotspots hotspots) {
        HotspotParameters parameters = hotspots.parameters();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", "dbscan");
        values.put("eps", parameters.epsMetres());
        values.put("minReports", parameters.minReports());
        values.put("minReporters", parameters.minReporters());
        values.put("by", parameters.byGroup() ? "group" : "all");
        values.put("weights", weights(parameters.weights()));
        values.put("crs", hotspots.crs());
        values.put("paper", PAPER);
        return values;
    }

    private static Map<String, @Nullable Object> weights(Weights weights) {
        OptionalInt halfLife = weights.halfLifeDays();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("severity", weights.bySeverity() ? severities() : null);
        values.put("halfLife", halfLife.isPresent() ? halfLife.getAsInt() : null);
        return values;
    }

    private static Map<String, @Nullable Object> severities() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            values.put(Integer.toString(severity.code()), severity.weight());
        }
        return values;
    }
}
