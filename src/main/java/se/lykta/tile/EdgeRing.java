package se.lykta.tile;

import java.util.Arrays;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The reports in the ring around a tile, {@value #UNITS} units wide.
 *
 * <p>Idea: the ring consists of squares a thirty-second of a tile wide, so quartering the eight neighbours ends at whole
 * squares after five steps; a quarter without reports is left at once. Used by one thread.
 */
final class EdgeRing {

    /** 8 pixels on a tile of 256: half a symbol and its outline. */
    static final int UNITS = 128;

    private static final int LEVELS = 5;
    private static final int SQUARES = 1 << LEVELS;
    private static final int FIRST_ROOM = 64;

    private final Snapshot snapshot;
    private final Filter filter;
    private final int most;
    private final int squareShift;
    private final int firstColumn;
    private final int firstLine;
    private int[] rows = new int[FIRST_ROOM];
    private int size;

    private EdgeRing(Snapshot snapshot, Filter filter, TileId tile, int most) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.most = most;
        this.squareShift = tile.shift() - LEVELS;
        this.firstColumn = tile.x() * SQUARES - 1;
        this.firstLine = tile.y() * SQUARES - 1;
    }

    /** The wanted rows of the ring, neighbours line by line, each in Morton order; none if they are more than {@code most}. */
    static int[] rows(Snapshot snapshot, Filter filter, TileId tile, int most) {
        var ring = new EdgeRing(snapshot, filter, tile, most);
        int last = (1 << tile.zoom()) - 1;
        for (int y = Math.max(0, tile.y() - 1); y <= Math.min(last, tile.y() + 1); y++) {
            for (int x = Math.max(0, tile.x() - 1); x <= Math.min(last, tile.x() + 1); x++) {
                if (x != tile.x() || y != tile.y()) {
                    ring.visit(x, y, LEVELS);
                }
            }
        }
        return ring.size > most ? new int[0] : Arrays.copyOf(ring.rows, ring.size);
    }

    /** Goes into the square in a column and line of squares that are {@code 2^level} of the smallest wide. */
    private void visit(int column, int line, int level) {
        if (!meetsRing(column, firstColumn, level) || !meetsRing(line, firstLine, level)) {
            return;
        }
        int shift = 2 * (squareShift + level);
        long code = Morton.encode(column, line);
        int first = snapshot.firstAtOrAfter(code << shift);
        int end = snapshot.firstAtOrAfter((code + 1) << shift);
        if (first == end || size > most) {
            return;
        }
        if (level == 0) {
            take(first, end);
            return;
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            visit(2 * column + (quarter & 1), 2 * line + (quarter >> 1), level - 1);
        }
    }

    private void take(int first, int end) {
        for (int row = first; row < end && size <= most; row++) {
            if (filter.test(snapshot, row)) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * size);
                }
                rows[size++] = row;
            }
        }
    }

    /** Says whether a square has a part on an axis between the outer sides of the ring. */
    private static boolean meetsRing(int place, int first, int level) {
        return ((place + 1) << level) - 1 >= first && place << level <= first + SQUARES + 1;
    }
}
