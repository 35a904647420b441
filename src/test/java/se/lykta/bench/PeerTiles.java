package se.lykta.bench;

import java.sql.SQLException;
import java.util.List;
import se.lykta.geo.TileId;

/** Asks PostGIS for the tiles of a list, within a time for each zoom. */
final class PeerTiles {

    /** PostgreSQL's code for a statement that ran into its time limit. */
    private static final String TIMED_OUT = "57014";

    private static final int TILE_SECONDS = 30;

    private final BenchDatabase database;
    private final List<TileId> tiles;
    private final int zoomSeconds;

    /**
     * A way of asking.
     *
     * @param zoomSeconds after this time the rest of a zoom is left out; a tile that takes longer than {@link #TILE_SECONDS} is
     *     not measured, nor is what is left of its zoom
     */
    PeerTiles(BenchDatabase database, List<TileId> tiles, int zoomSeconds) {
        this.database = database;
        this.tiles = tiles;
        this.zoomSeconds = zoomSeconds;
    }

    /** CPU of the backend and wall time, with sizes in bytes. */
    Costs measure(PeerQuery query, Question question) throws SQLException {
        var costs = new Costs(tiles);
        try (var session = new PeerSession(database, query, question, TILE_SECONDS)) {
            int zoom = -1;
            long end = 0;
            for (int i = 0; i < tiles.size(); i++) {
                TileId tile = tiles.get(i);
                if (tile.zoom() != zoom) {
                    zoom = tile.zoom();
                    end = System.nanoTime() + zoomSeconds * 1_000_000_000L;
                }
                if (System.nanoTime() < end && !measured(session, i, costs)) {
                    end = 0;
                }
            }
        }
        return costs;
    }

    private boolean measured(PeerSession session, int tile, Costs costs) throws SQLException {
        try {
            PeerSession.Answer answer = session.measure(tiles.get(tile));
            costs.set(tile, answer.cpuMillis(), answer.wallMillis(), answer.bytes());
            return true;
        } catch (SQLException e) {
            if (TIMED_OUT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
