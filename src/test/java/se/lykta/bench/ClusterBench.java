package se.lykta.bench;

import java.util.List;
import java.util.Map;
import se.lykta.geo.TileId;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.BenchTiles;

/** Cluster queries without encoding against supercluster, on generated reports in memory: no database is needed. */
final class ClusterBench implements Benchmark {

    @Override
    public String summary() {
        return "cluster queries without encoding, against supercluster";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("reports", "1000000", "seed", "1", "tiles", "500", "supercluster", Supercluster.VERSION);
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Taxonomy taxonomy = Taxonomy.load();
        int reports = options.number("reports");
        var generator = new BenchReports(taxonomy, options.seed());
        List<TileId> tiles = TileList.draw(generator, reports, options.number("tiles"), options.seed());
        var snapshot = generator.snapshot(reports);
        output.step("%d reports are in the index", reports);
        var ours = new OurTiles(snapshot, new BenchTiles(taxonomy, Question.ZONE), tiles);
        new ClusterPeers(snapshot, tiles, ours, options.text("supercluster"))
                .compare(List.of(Question.unfiltered(), Question.causeAndYear(taxonomy)), output);
    }
}
