package se.lykta.tile;

import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Snapshot;

/**
 * The surroundings that the bytes of a tile of reports depend on: half a tile on every side.
 *
 * <p>Clusters look {@value ClusterGrid#HALO} of {@value ClusterGrid#CELLS_PER_SIDE} cells beyond the edge, points
 * {@value EdgeRing#UNITS} units. Pure.
 */
final class Halo {

    private Halo() {}

    /**
     * The version at which something in the tile or its halo last changed, or a later one. Of each neighbour one range of
     * quarters is asked, which in the west and in the east is a quarter more than the half.
     */
    static long touchedAt(Snapshot snapshot, TileId tile) {
        long touched = snapshot.touchedAt(tile.firstMorton(), tile.endMorton());
        int last = (1 << tile.zoom()) - 1;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = tile.x() + dx;
                int y = tile.y() + dy;
                if ((dx != 0 || dy != 0) && x >= 0 && y >= 0 && x <= last && y <= last) {
                    touched = Math.max(touched, nearQuarters(snapshot, tile, dx, dy));
                }
            }
        }
        return touched;
    }

    private static long nearQuarters(Snapshot snapshot, TileId tile, int dx, int dy) {
        int first = (dx < 0 ? 1 : 0) + (dy < 0 ? 2 : 0);
        int last = (dx > 0 ? 0 : 1) + (dy > 0 ? 0 : 2);
        int shift = 2 * (tile.shift() - 1);
        long neighbour = Morton.encode(tile.x() + dx, tile.y() + dy) << 2;
        return snapshot.touchedAt((neighbour + first) << shift, (neighbour + last + 1) << shift);
    }
}
