package se.lykta.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lykta.geo.TileId;

/** The table of one question, and the figures that follow from it. Used by one thread. */
final class TilesReport {

    private final List<TileId> tiles;
    private final Output output;
    private final Map<String, Costs> rows = new LinkedHashMap<>();

    TilesReport(List<TileId> tiles, Output output) {
        this.tiles = tiles;
        this.output = output;
    }

    void add(String name, Costs costs) {
        rows.put(name, costs);
    }

    Costs get(String name) {
        Costs costs = rows.get(name);
        if (costs == null) {
            throw new IllegalArgumentException("nothing is measured under '" + name + "'");
        }
        return costs;
    }

    /** Prints all rows and forgets them. */
    void print(Question question) {
        boolean filtered = question.causes() != 0;
        output.table(byZoom(question));
        ratio(filtered ? "cluster-filter-vs-postgis" : "cluster-vs-postgis", "PostGIS grid clusters", "Lykta clusters");
        ratio("", "PostGIS integer cells", "Lykta clusters");
        ratio(filtered ? "" : "points-vs-postgis", "PostGIS points", "Lykta points");
        rows.clear();
    }

    private Table byZoom(Question question) {
        var table = new Table(
                "%s, %d tiles: CPU ms median | wall ms p50 and p99 | size | tiles measured"
                        .formatted(question.name(), tiles.size()),
                "zoom",
                "made by",
                "CPU",
                "p50",
                "p99",
                "bytes",
                "tiles");
        for (int zoom = 0; zoom <= TileList.LAST_ZOOM; zoom++) {
            for (Map.Entry<String, Costs> row : rows.entrySet()) {
                Costs costs = row.getValue();
                table.row(
                        "z" + zoom,
                        row.getKey(),
                        costs.cpu(zoom).median(),
                        costs.wall(zoom).median(),
                        costs.wall(zoom).quantile(0.99),
                        costs.size(zoom).median(),
                        costs.cpu(zoom).size());
            }
        }
        rows.forEach((name, costs) -> table.row(
                "all", name, costs.cpu().median(), "", "", "", costs.cpu().size()));
        return table;
    }

    private void ratio(String figure, String theirs, String ours) {
        double[] their = get(theirs).cpuMillis();
        double[] our = get(ours).cpuMillis();
        double ratio = Sample.ratioOfMedians(their, our);
        output.line(
                "%s / %s: %s times the CPU (ratio of medians), %s (median of the tiles' ratios)",
                theirs, ours, Numbers.of(ratio), Numbers.of(Sample.medianOfRatios(their, our)));
        if (!figure.isEmpty()) {
            output.figure(figure, ratio);
        }
    }
}
