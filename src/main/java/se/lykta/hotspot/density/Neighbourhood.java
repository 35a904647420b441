package se.lykta.hotspot.density;

/**
 * The cells around one cell of a grid, as it goes through all cells in ascending order.
 *
 * <p>Cells of one row of one slab stand side by side, so those within reach are a few ranges; their ends only ever move
 * up, so all steps together are linear. The first range holds the cell itself, the next ones are ever farther rows, then
 * come the slabs before and after. Used by one thread.
 */
final class Neighbourhood {

    private static final int ROWS = 2 * CellGrid.REACH + 1;
    private static final int SLABS = 2 * CellGrid.SLAB_REACH + 1;

    /** The most cells that all ranges together hold. */
    static final int MOST_CELLS = ROWS * ROWS * SLABS;

    private final CellGrid grid;
    private final int[] from;
    private final int[] to;

    Neighbourhood(CellGrid grid) {
        this.grid = grid;
        int ranges = grid.hasSlabs() ? ROWS * SLABS : ROWS;
        this.from = new int[ranges];
        this.to = new int[ranges];
    }

    /** How many ranges there are; some may be empty. */
    int ranges() {
        return from.length;
    }

    /** Goes to a cell, not below the one before. */
    void moveTo(int cell) {
        long key = grid.keys[cell];
        for (int range = 0; range < from.length; range++) {
            int row = grid.row(key) + offset(range % ROWS);
            int slab = grid.slab(key) + offset(range / ROWS);
            if (row < 0 || slab < 0) {
                from[range] = to[range];
                continue;
            }
            long first = grid.key(slab, row, Math.max(0, grid.column(key) - CellGrid.REACH));
            long last = grid.key(slab, row, grid.column(key) + CellGrid.REACH);
            from[range] = skip(from[range], first);
            to[range] = skip(Math.max(from[range], to[range]), last + 1);
        }
    }

    private int skip(int cell, long key) {
        int at = cell;
        while (at < grid.keys.length && grid.keys[at] < key) {
            at++;
        }
        return at;
    }

    /** 0, -1, 1, -2, 2. */
    private static int offset(int index) {
        return index % 2 == 0 ? index / 2 : -(index + 1) / 2;
    }

    int from(int range) {
        return from[range];
    }

    int to(int range) {
        return to[range];
    }
}
