package se.lykta.hotspot.surface;

import java.util.Arrays;
import se.lykta.hotspot.density.RowSort;

/** Cells chosen from the highest value down. Used by one thread. */
final class TopCells {

    private final double[] values;
    private final double[] later;
    private final double[] areas;
    private final int[] order;

    TopCells(double[] values, double[] later, double[] areas) {
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a cell has no value: NaN");
        }
        this.values = values;
        this.later = later;
        this.areas = areas;
        this.order = RowSort.sort(values.length, (a, b) -> values[a] > values[b]);
    }

    /** The expected number of later reports in the first so much area, ties in random order. */
    double hits(double wantedArea) {
        double left = wantedArea;
        double hits = 0;
        for (int from = 0, to; from < order.length && left > 0; from = to) {
            to = endOfTie(from);
            double area = sum(areas, from, to);
            if (area > 0) {
                hits += sum(later, from, to) * Math.min(1, left / area);
                left -= area;
            }
        }
        return hits;
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < order.length && values[order[to]] == values[order[from]]) {
            to++;
        }
        return to;
    }

    private double sum(double[] summands, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += summands[order[i]];
        }
        return sum;
    }
}
