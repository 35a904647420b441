package se.lykta.bench;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.index.Snapshot;
import se.lykta.tile.BenchTiles;

/** Compares our answers with those of PostGIS: a measurement of wrong answers is void, so a difference is thrown. */
final class Answers {

    private static final int MOST_POINTS = 10_000;
    private static final int[] WHOLE_ZOOMS = {0, 3, 6, 9, 12, 14, 16};

    private final Snapshot snapshot;
    private final BenchTiles drawing;

    Answers(Snapshot snapshot, BenchTiles drawing) {
        this.snapshot = snapshot;
        this.drawing = drawing;
    }

    /** Each tile of the list has as many points as PostGIS counts; all clusters of a zoom have as many as the world. */
    void check(BenchDatabase database, List<TileId> tiles, Question question, Output output) throws SQLException {
        try (var peer = new PeerSession(database, PeerQuery.COUNT, question, 0)) {
            for (TileId tile : tiles) {
                long theirs = peer.count(tile);
                byte[] points = drawing.points(snapshot, question.filter(), tile);
                long ours = points.length == 0 ? 0 : BenchTiles.pointsIn(points);
                demand(ours == Math.min(theirs, MOST_POINTS), question, tile + ": points", ours, theirs);
                byte[] clusters = drawing.clusters(snapshot, question.filter(), tile);
                long told = clusters.length == 0 ? 0 : BenchTiles.reportsIn(clusters);
                long counted = drawing.reports(snapshot, question.filter(), tile);
                demand(told == counted, question, tile + ": reports in the encoded tile", told, counted);
            }
            long all = peer.count(new TileId(0, 0, 0));
            for (int zoom : WHOLE_ZOOMS) {
                long sum = sum(zoom, question);
                demand(sum == all, question, "all clusters of zoom " + zoom, sum, all);
            }
            output.step(
                    "%s: %d tiles and %d whole zooms agree with PostGIS on %d reports",
                    question.name(), tiles.size(), WHOLE_ZOOMS.length, all);
        }
    }

    private long sum(int zoom, Question question) {
        int shift = 2 * (WebMercator.BITS - zoom);
        Set<Long> numbers = new HashSet<>();
        for (int row = 0; row < snapshot.size(); row++) {
            numbers.add(snapshot.morton(row) >> shift);
        }
        return numbers.stream()
                .mapToLong(number -> drawing.reports(
                        snapshot, question.filter(), new TileId(zoom, Morton.x(number), Morton.y(number))))
                .sum();
    }

    private static void demand(boolean right, Question question, String what, long ours, long theirs) {
        if (!right) {
            throw new IllegalStateException("wrong answer, nothing measured here counts: %s, %s: ours %d, PostGIS %d"
                    .formatted(question.name(), what, ours, theirs));
        }
    }
}
