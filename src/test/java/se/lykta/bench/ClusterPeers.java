package se.lykta.bench;

import java.util.List;
import java.util.Optional;
import se.lykta.geo.TileId;
import se.lykta.index.Snapshot;

/** Clusters without encoding, ours against supercluster's getTile, zoom by zoom. */
final class ClusterPeers {

    private final Snapshot snapshot;
    private final List<TileId> tiles;
    private final OurTiles ours;
    private final String version;

    /** A comparison with this version of supercluster. */
    ClusterPeers(Snapshot snapshot, List<TileId> tiles, OurTiles ours, String version) {
        this.version = version;
        this.snapshot = snapshot;
        this.tiles = tiles;
        this.ours = ours;
    }

    /** Measures and prints; the first question is without a filter, the second with one. */
    void compare(List<Question> questions, Output output) throws Exception {
        Costs plain = ours.query(questions.get(0).filter());
        Costs filtered = ours.query(questions.get(1).filter());
        output.step("clusters without encoding are measured");
        Optional<Supercluster> peer = Supercluster.install(version, output);
        Optional<Supercluster.Answers> answers =
                peer.isPresent() ? peer.get().measure(snapshot, tiles, questions.get(1), output) : Optional.empty();
        output.table(byZoom(plain, filtered, answers));
        answers.ifPresent(found -> figures(plain, filtered, found, output));
    }

    private static Table byZoom(Costs plain, Costs filtered, Optional<Supercluster.Answers> answers) {
        var table = new Table(
                "clusters without encoding, microseconds, medians of calls among those of other tiles (features: mean)",
                "zoom",
                "Lykta",
                "features",
                "supercluster",
                "features",
                "ratio",
                "Lykta filtered",
                "supercluster filtered",
                "ratio");
        for (int zoom = 0; zoom <= TileList.LAST_ZOOM; zoom++) {
            int at = zoom;
            double our = plain.cpu(zoom).median();
            double ourFiltered = filtered.cpu(zoom).median();
            double their =
                    answers.map(found -> found.plain().costs().cpu(at).median()).orElse(Double.NaN);
            double theirFiltered = answers.map(
                            found -> found.filtered().costs().cpu(at).median())
                    .orElse(Double.NaN);
            table.row(
                    "z" + zoom,
                    1e3 * our,
                    plain.size(zoom).mean(),
                    1e3 * their,
                    answers.map(found -> found.plain().costs().size(at).mean()).orElse(Double.NaN),
                    their / our,
                    1e3 * ourFiltered,
                    1e3 * theirFiltered,
                    theirFiltered / ourFiltered);
        }
        return table;
    }

    private void figures(Costs plain, Costs filtered, Supercluster.Answers answers, Output output) {
        var table = new Table(
                "supercluster " + version, "index", "points", "load, CPU s", "memory MB", "getTile median, us");
        row("unfiltered", answers.plain(), table);
        row("cause + one year: a new index", answers.filtered(), table);
        answers.mainCause().ifPresent(answer -> row("with main causes (map, reduce)", answer, table));
        output.table(table);
        ratio("unfiltered", plain, answers.plain(), output);
        ratio("filtered", filtered, answers.filtered(), output);
        answers.mainCause().ifPresent(answer -> ratio("with main causes, as ours always have", plain, answer, output));
        output.line(
                "first tile after a change of filter: Lykta %s ms (any other tile's time), supercluster %s ms",
                Numbers.of(filtered.cpu().median()),
                Numbers.of(1e3 * answers.filtered().loadSeconds()));
        output.figure(
                "cluster-vs-supercluster",
                Sample.ratioOfMedians(answers.plain().costs().cpuMillis(), plain.cpuMillis()));
    }

    private static void row(String name, Supercluster.Answer answer, Table table) {
        table.row(
                name,
                answer.points(),
                answer.loadSeconds(),
                answer.megabytes(),
                1e3 * answer.costs().cpu().median());
    }

    private static void ratio(String name, Costs ours, Supercluster.Answer theirs, Output output) {
        double[] zooms = new double[TileList.LAST_ZOOM + 1];
        for (int zoom = 0; zoom < zooms.length; zoom++) {
            zooms[zoom] = theirs.costs().cpu(zoom).median() / ours.cpu(zoom).median();
        }
        output.line(
                "supercluster / Lykta, %s: %s (ratio of medians), %s (median of the zooms' ratios), %s (of the tiles')",
                name,
                Numbers.of(Sample.ratioOfMedians(theirs.costs().cpuMillis(), ours.cpuMillis())),
                Numbers.of(Sample.of(zooms).median()),
                Numbers.of(Sample.medianOfRatios(theirs.costs().cpuMillis(), ours.cpuMillis())));
    }
}
