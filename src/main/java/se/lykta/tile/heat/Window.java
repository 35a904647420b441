package se.lykta.tile.heat;

import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.index.Snapshot;

/**
 * A rectangle of the cells of a grid; it may reach beyond the edge of the world, where nothing is.
 *
 * @param shift bits by which a coordinate of {@link WebMercator} is longer than one of the grid
 * @param x the first column
 * @param y the first row, in the north
 */
record Window(int shift, int x, int y, int width, int height) {

    /** The cells that a tile covers on the grid of a bandwidth. */
    static Window of(TileId tile, Bandwidth bandwidth) {
        int bits = tile.shift() - bandwidth.shift();
        if (bits >= 0) {
            return new Window(bandwidth.shift(), tile.x() << bits, tile.y() << bits, 1 << bits, 1 << bits);
        }
        return new Window(bandwidth.shift(), tile.x() >> -bits, tile.y() >> -bits, 1, 1);
    }

    /** The same window and so many cells more on each side. */
    Window grown(int cells) {
        return new Window(shift, x - cells, y - cells, width + 2 * cells, height + 2 * cells);
    }

    int endX() {
        return x + width;
    }

    int endY() {
        return y + height;
    }

    int cells() {
        return width * height;
    }

    /** The number of a cell of this grid, row by row; it must be inside. */
    int index(int cellX, int cellY) {
        return (cellY - y) * width + cellX - x;
    }

    /** Says whether a cell of this grid is inside. */
    boolean contains(int cellX, int cellY) {
        return cellX >= x && cellX < endX() && cellY >= y && cellY < endY();
    }

    /** Says whether a square of cells, given by its first column and row, has a part inside. */
    boolean touches(int firstX, int firstY, int side) {
        return firstX < endX() && firstX + side > x && firstY < endY() && firstY + side > y;
    }

    /** The version at which something in the window last changed, or a later one; asks for at most nine squares. */
    long touchedAt(Snapshot snapshot) {
        int bits = Math.max(0, WebMercator.BITS - Integer.numberOfLeadingZeros(Math.max(width, height) - 1));
        int worldEnd = 1 << (WebMercator.BITS - shift - bits);
        long touched = 0;
        for (int row = Math.max(0, y >> bits); row <= Math.min(worldEnd - 1, (endY() - 1) >> bits); row++) {
            for (int column = Math.max(0, x >> bits);
                    column <= Math.min(worldEnd - 1, (endX() - 1) >> bits);
                    column++) {
                long square = Morton.encode(column, row);
                int codeBits = 2 * (bits + shift);
                touched = Math.max(touched, snapshot.touchedAt(square << codeBits, (square + 1) << codeBits));
            }
        }
        return touched;
    }
}
