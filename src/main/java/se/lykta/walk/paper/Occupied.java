package se.lykta.walk.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a map already carries a mark or a name, as discs, so that nothing is written over something else.
 *
 * <p>Used by one thread.
 */
final class Occupied {

    private final List<double[]> discs = new ArrayList<>();

    /** Takes a disc if it is free. */
    boolean take(double x, double y, double radius) {
        boolean free = isFree(x, y, radius);
        if (free) {
            discs.add(new double[] {x, y, radius});
        }
        return free;
    }

    /** Takes what a turned line of text covers, if all of it is free. */
    boolean takeText(double x, double y, double angle, double length, double height) {
        List<double[]> covered = new ArrayList<>();
        double radius = height * 0.65;
        int count = (int) Math.ceil(length / height);
        for (int i = 0; i <= count; i++) {
            double along = (i / (double) Math.max(1, count) - 0.5) * length;
            covered.add(new double[] {x + along * Math.cos(angle), y + along * Math.sin(angle), radius});
        }
        boolean free = covered.stream().allMatch(disc -> isFree(disc[0], disc[1], disc[2]));
        if (free) {
            discs.addAll(covered);
        }
        return free;
    }

    private boolean isFree(double x, double y, double radius) {
        return discs.stream().noneMatch(disc -> Math.hypot(x - disc[0], y - disc[1]) < radius + disc[2]);
    }
}
