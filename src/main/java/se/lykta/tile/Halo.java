package se.lykta.tile;

import se.lykta.geo.TileId;
import se.lykta.index.Snapshot;

/**
 * The surroundings that the bytes of a tile depend on: half a tile on every side.
 *
 * <p>Clusters look {@value ClusterGrid#HALO} of {@value ClusterGrid#CELLS_PER_SIDE} cells beyond the edge, points
 * {@value EdgeRing#UNITS} units. Pure.
 */
final class Halo {

    private Halo() {}

    /** The version at which something in the tile or its halo last changed, or a later one. */
    static long touchedAt(Snapshot snapshot, TileId tile) {
        return snapshot.version();
    }
}
