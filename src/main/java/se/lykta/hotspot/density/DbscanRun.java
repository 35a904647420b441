package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * One clustering by {@link Dbscan} or {@link StDbscan} on its way: find the cores, connect their cells, number the
 * clusters, add the borders.
 *
 * <p>Used by one thread, once.
 */
final class DbscanRun {

    private final CellGrid grid;
    private final Spots spots;
    private final Nearness near;
    private final Cores cores;

    DbscanRun(Spots points, Nearness near, int minPts) {
        this.grid = new CellGrid(points, near.eps(), near.epsTime());
        this.spots = grid.spots;
        this.near = near;
        this.cores = Cores.of(grid, near, minPts);
    }

    static int requireMinPts(int minPts) {
        if (minPts < 1) {
            throw new IllegalArgumentException("minPts " + minPts + " is less than 1");
        }
        return minPts;
    }

    Clustering clustering() {
        int[] labels = new int[spots.size()];
        Arrays.fill(labels, Clustering.NOISE);
        byte[] adjacent = new byte[spots.size()];
        int clusters = labelCores(connect(), labels);
        new Borders(grid, near, cores, labels, adjacent).label();
        int points = spots.spotOf.length;
        int[] pointLabels = new int[points];
        boolean[] pointCore = new boolean[points];
        byte[] pointAdjacent = new byte[points];
        for (int i = 0; i < points; i++) {
            int spot = spots.spotOf[i];
            pointLabels[i] = labels[spot];
            pointCore[i] = cores.isCore(spot);
            pointAdjacent[i] = pointCore[i] ? 1 : adjacent[spot];
        }
        return new Clustering(pointLabels, pointCore, pointAdjacent, clusters);
    }

    /** Joins cells that have cores near each other. */
    private DisjointSets connect() {
        var sets = new DisjointSets(grid.cells());
        var around = new Neighbourhood(grid);
        var meeting = new Meeting(spots, near, cores.spots);
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (cores.count(cell) == 0) {
                continue;
            }
            around.moveTo(cell);
            for (int range = 0; range < around.ranges(); range++) {
                for (int other = Math.max(cell + 1, around.from(range)); other < around.to(range); other++) {
                    if (sets.root(cell) != sets.root(other)
                            && meeting.test(
                                    cores.first[cell],
                                    cores.first[cell + 1],
                                    cores.first[other],
                                    cores.first[other + 1])) {
                        sets.join(cell, other);
                    }
                }
            }
        }
        return sets;
    }

    /** Labels the cores by the sets of their cells; returns how many clusters there are. */
    private int labelCores(DisjointSets sets, int[] labels) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            for (int i = cores.first[cell]; i < cores.first[cell + 1]; i++) {
                labels[cores.spots[i]] = sets.root(cell);
            }
        }
        return spots.renumber(labels, spot -> spot);
    }
}
