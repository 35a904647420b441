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
 * <p>Ours: CPU of the drawing thread, repeated until the clock is fine enough, median of three rounds. PostGIS: CPU of the
 * backend alone, nothing of our driver. Answers are compared before anything is measured.
 */
final class TilesBench implements Benchmark {

    private static final int MANY = 3_000_000;
    private static final int SECONDS_PER_ZOOM = 10;
    private static final int SECONDS_PER_ZOOM_OF_MANY = 3;
    private static final int MOST_SERVED = 1_000_000;

    @Override
    public String summary() {
        return "tiles from Lykta, PostGIS and supercluster on the same reports, then over HTTP";
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
        int reports = options.number("reports");
        inProcess(options, output);
        int served = Math.min(reports, MOST_SERVED);
        output.step("over HTTP, with %d reports behind the server", served);
        var http = new HttpBench();
        http.run(BenchOptions.parse(List.of("--reports", String.valueOf(served)), http.options()), output);
    }

    private static void inProcess(BenchOptions options, Output output) throws Exception {
        Taxonomy taxonomy = Taxonomy.load();
        int reports = options.number("reports");
        var generator = new BenchReports(taxonomy, options.seed());
        List<TileId> tiles = TileList.draw(generator, reports, options.number("tiles"), options.seed());
        List<Question> questions = List.of(Question.unfiltered(), Question.causeAndYear(taxonomy));
        try (var database = BenchDatabase.open(options, output)) {
            try (Connection connection = database.connect()) {
                PeerTable.create(connection, taxonomy);
            }
            output.step("the table for PostGIS is ready");
            LoadedIndex index = LoadedIndex.load(database, taxonomy);
            index.tell(output);
            var drawing = new BenchTiles(taxonomy, Question.ZONE);
            for (Question question : questions) {
                new Answers(index.snapshot(), drawing).check(database, tiles, question, output);
            }
            var ours = new OurTiles(index.snapshot(), drawing, tiles);
            var peer = new PeerTiles(database, tiles, reports > MANY ? SECONDS_PER_ZOOM_OF_MANY : SECONDS_PER_ZOOM);
            for (Question question : questions) {
                measure(question, ours, peer, new TilesReport(tiles, output), output);
            }
            new ClusterPeers(index.snapshot(), tiles, ours, options.text("supercluster")).compare(questions, output);
            output.table(ours.slowest(Question.ofAllKinds(taxonomy), output));
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
