package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * One clustering by {@link Dbscan} on its way: find the cores, connect their cells, number the clusters, add the borders.
 *
 * <p>Used by one thread, once.
 */
final class DbscanRun {

    private final CellGrid grid;
    private final double epsSquared;
    private final int minPts;
    private final boolean[] core;
    /** Core spots of all cells in the order of cells; those of cell c are firstCore[c]..firstCore[c+1]-1. */
    private final int[] coreSpots;

    private final int[] firstCore;
    private final int[] around = new int[CellGrid.MOST_NEIGHBOURS];

    DbscanRun(CellGrid grid, double epsSquared, int minPts) {
        this.grid = grid;
        this.epsSquared = epsSquared;
        this.minPts = minPts;
        this.core = new boolean[grid.spots()];
        this.coreSpots = new int[grid.spots()];
        this.firstCore = new int[grid.cells() + 1];
    }

    Clustering clustering() {
        findCores();
        int[] labels = new int[grid.spots()];
        int clusters = number(connect(), labels);
        labelBorders(labels);
        int points = grid.spotOf.length;
        int[] pointLabels = new int[points];
        boolean[] pointCore = new boolean[points];
        for (int i = 0; i < points; i++) {
            pointLabels[i] = labels[grid.spotOf[i]];
            pointCore[i] = core[grid.spotOf[i]];
        }
        return new Clustering(pointLabels, pointCore, clusters);
    }

    private void findCores() {
        int cores = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            firstCore[cell] = cores;
            boolean crowded = weight(cell) >= minPts;
            int neighbours = crowded ? 0 : grid.neighbours(cell, around);
            for (int spot = grid.firstSpot[cell]; spot < grid.firstSpot[cell + 1]; spot++) {
                if (crowded || hasEnoughNeighbours(spot, neighbours)) {
                    core[spot] = true;
                    coreSpots[cores++] = spot;
                }
            }
        }
        firstCore[grid.cells()] = cores;
    }

    private long weight(int cell) {
        long sum = 0;
        for (int spot = grid.firstSpot[cell]; spot < grid.firstSpot[cell + 1]; spot++) {
            sum += grid.weight[spot];
        }
        return sum;
    }

    private boolean hasEnoughNeighbours(int spot, int neighbours) {
        long found = 0;
        for (int i = 0; i < neighbours && found < minPts; i++) {
            int end = grid.firstSpot[around[i] + 1];
            for (int other = grid.firstSpot[around[i]]; other < end && found < minPts; other++) {
                found += distanceSquared(spot, other) <= epsSquared ? grid.weight[other] : 0;
            }
        }
        return found >= minPts;
    }

    /** The same value for (a, b) and (b, a), as the tie rule needs. */
    private double distanceSquared(int a, int b) {
        double dx = grid.x[a] - grid.x[b];
        double dy = grid.y[a] - grid.y[b];
        return dx * dx + dy * dy;
    }

    /** Joins cells that have core points within eps of each other. */
    private DisjointSets connect() {
        var sets = new DisjointSets(grid.cells());
        for (int cell = 0; cell < grid.cells(); cell++) {
            int neighbours = hasCore(cell) ? grid.neighbours(cell, around) : 0;
            for (int i = 0; i < neighbours; i++) {
                int other = around[i];
                if (other > cell && hasCore(other) && sets.root(cell) != sets.root(other) && meet(cell, other)) {
                    sets.join(cell, other);
                }
            }
        }
        return sets;
    }

    private boolean hasCore(int cell) {
        return firstCore[cell] < firstCore[cell + 1];
    }

    /** Says whether any two core points of two cells are neighbours; most pairs are settled by the bounding box. */
    private boolean meet(int cell, int other) {
        double[] box = boundsOfCores(other);
        for (int i = firstCore[cell]; i < firstCore[cell + 1]; i++) {
            int spot = coreSpots[i];
            double dx = Math.max(0, Math.max(box[0] - grid.x[spot], grid.x[spot] - box[2]));
            double dy = Math.max(0, Math.max(box[1] - grid.y[spot], grid.y[spot] - box[3]));
            if (dx * dx + dy * dy <= epsSquared && nearestCore(spot, other) >= 0) {
                return true;
            }
        }
        return false;
    }

    private double[] boundsOfCores(int cell) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = firstCore[cell]; i < firstCore[cell + 1]; i++) {
            box[0] = Math.min(box[0], grid.x[coreSpots[i]]);
            box[1] = Math.min(box[1], grid.y[coreSpots[i]]);
            box[2] = Math.max(box[2], grid.x[coreSpots[i]]);
            box[3] = Math.max(box[3], grid.y[coreSpots[i]]);
        }
        return box;
    }

    /** The core spot of a cell that is nearest to a spot and within eps; -1 if there is none. */
    private int nearestCore(int spot, int cell) {
        int nearest = -1;
        double best = epsSquared;
        for (int i = firstCore[cell]; i < firstCore[cell + 1]; i++) {
            double d = distanceSquared(spot, coreSpots[i]);
            if (d < best || (d == best && nearest < 0)) {
                best = d;
                nearest = coreSpots[i];
            }
        }
        return nearest;
    }

    /** Numbers the clusters by their westernmost core spot, labels all core spots, returns how many clusters. */
    private int number(DisjointSets sets, int[] labels) {
        int[] west = new int[grid.cells()];
        Arrays.fill(west, -1);
        int[] roots = new int[grid.cells()];
        int clusters = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            int root = sets.root(cell);
            for (int i = firstCore[cell]; i < firstCore[cell + 1]; i++) {
                if (west[root] < 0) {
                    roots[clusters++] = root;
                    west[root] = coreSpots[i];
                } else if (isWestOf(coreSpots[i], west[root])) {
                    west[root] = coreSpots[i];
                }
            }
        }
        int[] order = RowSort.sort(clusters, (a, b) -> isWestOf(west[roots[a]], west[roots[b]]));
        int[] numberOf = new int[grid.cells()];
        for (int number = 0; number < clusters; number++) {
            numberOf[roots[order[number]]] = number;
        }
        Arrays.fill(labels, Clustering.NOISE);
        for (int cell = 0; cell < grid.cells(); cell++) {
            for (int i = firstCore[cell]; i < firstCore[cell + 1]; i++) {
                labels[coreSpots[i]] = numberOf[sets.root(cell)];
            }
        }
        return clusters;
    }

    private boolean isWestOf(int spot, int other) {
        return grid.x[spot] < grid.x[other] || (grid.x[spot] == grid.x[other] && grid.y[spot] < grid.y[other]);
    }

    private void labelBorders(int[] labels) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            boolean allCore = firstCore[cell + 1] - firstCore[cell] == grid.firstSpot[cell + 1] - grid.firstSpot[cell];
            int neighbours = allCore ? 0 : grid.neighbours(cell, around);
            for (int spot = grid.firstSpot[cell]; neighbours > 0 && spot < grid.firstSpot[cell + 1]; spot++) {
                if (!core[spot]) {
                    labels[spot] = borderLabel(spot, neighbours, labels);
                }
            }
        }
    }

    private int borderLabel(int spot, int neighbours, int[] labels) {
        int label = Clustering.NOISE;
        double best = epsSquared;
        for (int i = 0; i < neighbours; i++) {
            for (int c = firstCore[around[i]]; c < firstCore[around[i] + 1]; c++) {
                double d = distanceSquared(spot, coreSpots[c]);
                int candidate = labels[coreSpots[c]];
                if (d < best || (d == best && (label < 0 || candidate < label))) {
                    best = d;
                    label = candidate;
                }
            }
        }
        return label;
    }
}
