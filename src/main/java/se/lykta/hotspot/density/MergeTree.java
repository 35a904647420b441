package se.lykta.hotspot.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The steps of a {@link ReachabilityOrder} as a tree of runs: a run falls into two at its greatest step, of equal ones at
 * the last, and so on down to single points (Cartesian tree, Vuillemin 1980; linear). Immutable.
 */
final class MergeTree {

    /** The node of a run of one point. As a place in {@link #right} it is above the root. */
    private static final int NONE = 0;

    private final double[] steps;
    /** The nodes below each node; a node is the place of its step. */
    private final int[] left;

    private final int[] right;

    /** The points from one place to another, both included, and the node where they part. */
    record Run(int node, int from, int to) {

        int size() {
            return to - from + 1;
        }
    }

    MergeTree(double[] steps) {
        this.steps = steps;
        this.left = new int[steps.length];
        this.right = new int[steps.length];
        int[] open = new int[steps.length];
        int height = 0;
        for (int node = 1; node < steps.length; node++) {
            while (height > 0 && steps[open[height - 1]] <= steps[node]) {
                left[node] = open[--height];
            }
            right[height > 0 ? open[height - 1] : NONE] = node;
            open[height++] = node;
        }
    }

    /** All points. */
    Run whole() {
        return new Run(right[NONE], 0, steps.length - 1);
    }

    /** The distance at which a run of several points falls apart. */
    double step(Run run) {
        return steps[run.node];
    }

    /** The two parts of a run of several points. */
    List<Run> halves(Run run) {
        return List.of(new Run(left[run.node], run.from, run.node - 1), new Run(right[run.node], run.node, run.to));
    }

    /** The parts of a run of several points, where all steps that equal the greatest are taken at once. */
    List<Run> parts(Run run) {
        List<Run> parts = new ArrayList<>();
        Deque<Run> open = new ArrayDeque<>(halves(run));
        while (!open.isEmpty()) {
            Run part = open.pop();
            if (part.node != NONE && step(part) == step(run)) {
                open.addAll(halves(part));
            } else {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingInt(Run::from));
        return parts;
    }
}
