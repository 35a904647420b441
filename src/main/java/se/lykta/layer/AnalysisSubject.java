package se.lykta.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lykta.hotspot.analysis.Question;
import se.lykta.hotspot.file.Methods;
import se.lykta.hotspot.file.Table;
import se.lykta.index.Filter;

/**
 * What is shown of analyses as layers, with which method and parameters.
 *
 * @param id of the layer
 * @param titleSv Swedish title
 * @param titleEn English title
 * @param request what is asked for
 * @param fields name and meaning of the values that matter most, for TileJSON
 */
public record AnalysisSubject(String id, String titleSv, String titleEn, Request request, Map<String, String> fields) {

    /** Cells with more reports than chance explains. */
    private static final AnalysisSubject HOT_CELLS = new AnalysisSubject(
            "hot-cells",
            "Heta rutor",
            "Hot cells",
            Request.of("gi"),
            Map.of(
                    "n", "reports in the cell",
                    "observed", "reports in the neighbourhood",
                    "expected", "reports that chance would put there",
                    "p_exact_fdr", "probability of as many by chance, corrected for all cells",
                    "class", "hot, cold, neither or not_tested"));

    /** Reports per km², a value for each cell. */
    private static final AnalysisSubject DENSITY = new AnalysisSubject(
            "density",
            "Täthet",
            "Density",
            Request.of("kde", "edge", "places"),
            Map.of("n", "reports in the cell", "quartic_per_km2_edge_h500", "reports per km²"));

    /** The smallest areas that hold a fifth, half and four fifths of all. */
    private static final AnalysisSubject DENSITY_CONTOURS = new AnalysisSubject(
            "density-contours",
            "Täthetsnivåer",
            "Density contours",
            Request.of("kde", "edge", "places", "levels", "20%,50%,80%"),
            Map.of(
                    "from", "least density, reports per km²",
                    "to", "density of the next level",
                    "share", "share of all reports inside",
                    "km2", "area"));

    /** Which few cells carry the load. */
    private static final AnalysisSubject CONCENTRATION = new AnalysisSubject(
            "concentration",
            "Koncentration",
            "Concentration",
            Request.of("concentration"),
            Map.of(
                    "n", "reports in the cell",
                    "rank", "1 is the fullest cell",
                    "carry", "share of all reports in this and all fuller cells"));

    /** What has become of cells over the years. */
    private static final AnalysisSubject EMERGING_CELLS = new AnalysisSubject(
            "emerging-cells",
            "Förändring",
            "Change",
            Request.of("emerging", "months", "6"),
            Map.of(
                    "n", "reports in the cell",
                    "class", "new, persistent, intermittent, fading, solved or none",
                    "recent", "reports of the last half year in the neighbourhood",
                    "before", "reports of the half year before"));

    private static final Set<String> NOTHING_SPECIAL = Set.of("neither", "not_tested", "none");
    private static final String DENSITY_COLUMN = "quartic_per_km2_";

    /** Copies the map. */
    public AnalysisSubject {
        fields = Map.copyOf(fields);
    }

    /** All of them, in the order in which they are offered. */
    public static List<AnalysisSubject> all() {
        return List.of(HOT_CELLS, DENSITY, DENSITY_CONTOURS, CONCENTRATION, EMERGING_CELLS);
    }

    /**
     * What is asked for.
     *
     * @param method by its name
     * @param parameters those that are not left to {@link se.lykta.hotspot.analysis.AnalysisRunner}
     */
    public record Request(String method, Map<String, String> parameters) {

        static Request of(String method, String... namesAndValues) {
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Request(method, Map.copyOf(parameters));
        }
    }

    Question question(Filter filter) {
        return new Question(Methods.get(request.method), request.parameters, filter.countingOnly(), Map.of());
    }

    /** Whether a row says anything: it has reports or a density, or is of a special class; a band always does. */
    boolean isWorthShowing(Table table, int row) {
        List<String> columns = table.columns();
        if (!columns.contains("n")) {
            return true;
        }
        return number(table.value(row, columns.indexOf("n"))) > 0
                || isSpecial(table, row, columns.indexOf("class"))
                || hasDensity(table, row);
    }

    private static boolean isSpecial(Table table, int row, int column) {
        return column >= 0 && !NOTHING_SPECIAL.contains(String.valueOf(table.value(row, column)));
    }

    private static boolean hasDensity(Table table, int row) {
        List<String> columns = table.columns();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).startsWith(DENSITY_COLUMN) && number(table.value(row, column)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
