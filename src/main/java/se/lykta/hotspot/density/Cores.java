package se.lykta.hotspot.density;

/**
 * The core spots of a grid: those with at least minPts points near them, their own included.
 *
 * <p>A cell with minPts points has only cores. Any other spot counts the points around it until it has enough, nearest
 * rows first. Immutable; the arrays are shared inside this package.
 */
final class Cores {

    private final boolean[] core;
    /** The cores in the order of cells; those of cell c are number first[c] to first[c + 1] - 1. */
    final int[] spots;

    final int[] first;

    private Cores(boolean[] core, int[] spots, int[] first) {
        this.core = core;
        this.spots = spots;
        this.first = first;
    }

    static Cores of(CellGrid grid, Nearness near, int minPts) {
        boolean[] core = new boolean[grid.spots.size()];
        int[] spots = new int[core.length];
        int[] first = new int[grid.cells() + 1];
        var around = new Neighbourhood(grid);
        var count = new Count(grid, near, minPts);
        int cores = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            first[cell] = cores;
            long weight = grid.weight(cell);
            if (weight < minPts) {
                around.moveTo(cell);
            }
            for (int spot = grid.firstSpot[cell]; spot < grid.firstSpot[cell + 1]; spot++) {
                if (weight >= minPts || count.reaches(spot, cell, weight, around)) {
                    core[spot] = true;
                    spots[cores++] = spot;
                }
            }
        }
        first[grid.cells()] = cores;
        return new Cores(core, spots, first);
    }

    boolean isCore(int spot) {
        return core[spot];
    }

    /** How many of a cell's spots are cores; they are all of one cluster. */
    int count(int cell) {
        return first[cell + 1] - first[cell];
    }

    /** Counts the points near a spot. */
    private record Count(CellGrid grid, Nearness near, int minPts) {

        /** Says whether a spot has minPts neighbours, of which {@code inCell} are in its own cell. */
        boolean reaches(int spot, int cell, long inCell, Neighbourhood around) {
            long found = inCell;
            for (int range = 0; range < around.ranges() && found < minPts; range++) {
                for (int other = around.from(range); other < around.to(range) && found < minPts; other++) {
                    if (other != cell && grid.squaredDistance(spot, other) <= near.squaredEps()) {
                        found += in(other, spot, minPts - found);
                    }
                }
            }
            return found >= minPts;
        }

        /** Points of a cell that are near a spot, or as many of them as are enough. */
        private long in(int cell, int spot, long enough) {
            long found = 0;
            for (int other = grid.firstSpot[cell]; other < grid.firstSpot[cell + 1] && found < enough; other++) {
                found += near.test(grid.spots, spot, other) ? grid.spots.weight[other] : 0;
            }
            return found;
        }
    }
}
