package se.lykta.hotspot.density;

/**
 * Gives each spot that is no core, but near one, to the cluster of the nearest core; of equally near ones to the lowest
 * cluster. Counts how many clusters it is adjacent to, since other programs choose any of them.
 *
 * <p>Used by one thread, once.
 */
final class Borders {

    private final CellGrid grid;
    private final Nearness near;
    private final Cores cores;
    private final int[] labels;
    private final byte[] adjacent;
    private final Neighbourhood around;

    /** The clusters near the present spot: few, as cores of two clusters are not near each other. */
    private final int[] seen = new int[Neighbourhood.MOST_CELLS];

    private int seenCount;

    /** To work on labels, where only those of cores are known. */
    Borders(CellGrid grid, Nearness near, Cores cores, int[] labels, byte[] adjacent) {
        this.grid = grid;
        this.near = near;
        this.cores = cores;
        this.labels = labels;
        this.adjacent = adjacent;
        this.around = new Neighbourhood(grid);
    }

    void label() {
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (cores.count(cell) == grid.firstSpot[cell + 1] - grid.firstSpot[cell]) {
                continue;
            }
            around.moveTo(cell);
            for (int spot = grid.firstSpot[cell]; spot < grid.firstSpot[cell + 1]; spot++) {
                if (!cores.isCore(spot)) {
                    label(spot);
                }
            }
        }
    }

    private void label(int spot) {
        seenCount = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int range = 0; range < around.ranges(); range++) {
            for (int cell = around.from(range); cell < around.to(range); cell++) {
                if (cores.count(cell) == 0 || grid.squaredDistance(spot, cell) > near.squaredEps()) {
                    continue;
                }
                int cluster = labels[cores.spots[cores.first[cell]]];
                double distance = squaredDistanceOfNearest(spot, cell);
                if (distance < nearest || (distance == nearest && cluster < labels[spot])) {
                    nearest = distance;
                    labels[spot] = cluster;
                }
                if (distance <= near.squaredEps()) {
                    see(cluster);
                }
            }
        }
        adjacent[spot] = (byte) seenCount;
    }

    /** How far the nearest core of a cell is, squared; infinite if none is near. All of them are of one cluster. */
    private double squaredDistanceOfNearest(int spot, int cell) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = cores.first[cell]; i < cores.first[cell + 1]; i++) {
            if (near.test(grid.spots, spot, cores.spots[i])) {
                nearest = Math.min(nearest, grid.spots.squaredDistance(spot, cores.spots[i]));
            }
        }
        return nearest;
    }

    private void see(int cluster) {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == cluster) {
                return;
            }
        }
        seen[seenCount++] = cluster;
    }
}
