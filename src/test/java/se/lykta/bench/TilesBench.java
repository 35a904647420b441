package se.lykta.bench;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import se.lykta.geo.TileId;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.BenchTiles;

/**
 * The same tiles from Lykta, from PostGIS and from supercluster: CPU time and wall time, zoom by zoom, unfiltered and with
 * cause and year.
 *
 * <p>Ours: CPU of the drawing thread, repeated until the clock is fine enough, median of five rounds. PostGIS: CPU of the
 * backend alone, nothing of our driver. Answers are compared before anything is measured.
 */
final class TilesBench implements Benchmark {

    private static final int MANY = 3_000_000;

    @Override
    public String summary() {
        return "tiles from Lykta, PostGIS and supercluster on the same reports";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = BenchDatabase.options("1000000");
        options.put("tiles", "500");
        options.put("supercluster", Supercluster.VERSION);
        return options;
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Taxonomy taxonomy = Taxonomy.load();
        int reports = options.number("reports");
        var generator = new BenchReports(taxonomy, options.seed());
        List<TileId> tiles = TileList.draw(generator, reports, options.number("tiles"), options.seed());
        try (var database = BenchDatabase.open(options, output)) {
            try (Connection connection = database.connect()) {
                PeerTable.create(connection, taxonomy);
            }
            output.step("the table for PostGIS is ready");
            LoadedIndex index = LoadedIndex.load(database, taxonomy);
            output.step(
                    "index of %d reports loaded in %.2f s, %.0f MB of heap",
                    index.snapshot().size(), index.seconds(), index.heapMegabytes());
            var drawing = new BenchTiles(taxonomy, Question.ZONE);
            List<Question> questions = List.of(Question.unfiltered(), Question.causeAndYear(taxonomy));
            for (Question question : questions) {
                new Answers(index.snapshot(), drawing).check(database, tiles, question, output);
            }
            var ours = new OurTiles(index.snapshot(), drawing, tiles);
            var peer = new PeerTiles(database, tiles, reports > MANY ? 6 : 10);
            var report = new TilesReport(tiles, output);
            for (Question question : questions) {
                measure(question, ours, peer, report, output);
            }
            new ClusterPeers(index.snapshot(), tiles, ours, options.text("supercluster")).compare(questions, output);
            output.table(ours.slowest(Question.ofAllKinds(taxonomy), output));
            output.figure("index-load-s", index.seconds());
            output.figure("index-heap-mb", index.heapMegabytes());
        }
    }

    private static void measure(Question question, OurTiles ours, PeerTiles peer, TilesReport report, Output output)
            throws Exception {
        report.add("Lykta clusters", ours.clusters(question.filter()));
        report.add("  of that query", ours.query(question.filter()));
        report.add("  gzip of it", ours.gzip(question.filter()));
        report.add("Lykta points", ours.points(question.filter()));
        output.step("%s: Lykta is measured", question.name());
        for (PeerQuery query : List.of(PeerQuery.GRID, PeerQuery.CELLS, PeerQuery.POINTS)) {
            report.add("PostGIS " + query.title(), peer.measure(query, question));
            output.step("%s: PostGIS %s are measured", question.name(), query.title());
        }
        report.print(question);
    }
}
