package se.lykta.place.base;

import se.lykta.geo.TileId;

/**
 * The order of tiles in an archive: zoom by zoom along a Hilbert curve, so that neighbours lie near one another.
 *
 * <p>Number of a tile: all tiles of lesser zooms, (4^z - 1) / 3, plus its distance along the curve of its zoom (PMTiles
 * version 3 specification, section 4.1; the curve as in Warren, Hacker's Delight, chapter 16). Numbers are 0 or
 * greater and dense.
 */
final class TileOrder {

    private TileOrder() {}

    /** The number of a tile. */
    static long number(TileId tile) {
        long distance = 0;
        int x = tile.x();
        int y = tile.y();
        for (int side = Integer.highestOneBit((1 << tile.zoom()) >> 1); side > 0; side >>= 1) {
            int right = (x & side) == 0 ? 0 : 1;
            int below = (y & side) == 0 ? 0 : 1;
            distance += (long) side * side * ((3 * right) ^ below);
            if (below == 0) {
                int turnedX = right == 1 ? side - 1 - x : x;
                x = right == 1 ? side - 1 - y : y;
                y = turnedX;
            }
        }
        return first(tile.zoom()) + distance;
    }

    /** The tile of a number, of which the zoom is known. */
    static TileId tile(int zoom, long number) {
        long rest = number - first(zoom);
        int x = 0;
        int y = 0;
        for (int side = 1; side < 1 << zoom; side <<= 1) {
            int right = (int) (rest >> 1) & 1;
            int below = (int) (rest ^ right) & 1;
            if (below == 0) {
                int turnedX = right == 1 ? side - 1 - x : x;
                x = right == 1 ? side - 1 - y : y;
                y = turnedX;
            }
            x += side * right;
            y += side * below;
            rest >>= 2;
        }
        return new TileId(zoom, x, y);
    }

    /** The number of the first tile of a zoom. */
    private static long first(int zoom) {
        return ((1L << (2 * zoom)) - 1) / 3;
    }
}
