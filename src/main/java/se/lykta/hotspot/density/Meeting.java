package se.lykta.hotspot.density;

import java.util.function.IntToDoubleFunction;

/**
 * Finds out whether any two spots of two sets are near each other, without looking at every pair.
 *
 * <p>Boxes around the sets that are too far apart say no; else the longer box is halved and both halves are asked, down to
 * a few pairs (dual-tree search, Gray and Moore 2000, section 2). So two crowded cells that face each other at slightly
 * more than eps cost about their sizes and not the product. Used by one thread; reorders the spots within a set.
 */
final class Meeting {

    private static final int FEW_PAIRS = 64;

    private final Spots spots;
    private final Nearness near;
    private final int[] members;

    /** Sets are ranges of {@code members}, which are spots. */
    Meeting(Spots spots, Nearness near, int[] members) {
        this.spots = spots;
        this.near = near;
        this.members = members;
    }

    /** Says whether a spot of the first range is near one of the second. */
    boolean test(int from, int to, int otherFrom, int otherTo) {
        if ((long) (to - from) * (otherTo - otherFrom) <= FEW_PAIRS) {
            return anyPair(from, to, otherFrom, otherTo);
        }
        var box = new Box(from, to);
        var other = new Box(otherFrom, otherTo);
        if (box.squaredGap(other) > near.squaredEps() || box.timeGap(other) > near.epsTime()) {
            return false;
        }
        if (box.length() < other.length()) {
            int middle = other.halve();
            return test(from, to, otherFrom, middle) || test(from, to, middle, otherTo);
        }
        int middle = box.halve();
        return test(from, middle, otherFrom, otherTo) || test(middle, to, otherFrom, otherTo);
    }

    private boolean anyPair(int from, int to, int otherFrom, int otherTo) {
        for (int i = from; i < to; i++) {
            for (int j = otherFrom; j < otherTo; j++) {
                if (near.test(spots, members[i], members[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The box around a range of members. */
    private final class Box {

        private final int from;
        private final int to;
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Box(int from, int to) {
            this.from = from;
            this.to = to;
            for (int i = from; i < to; i++) {
                int spot = members[i];
                west = Math.min(west, spots.x[spot]);
                east = Math.max(east, spots.x[spot]);
                south = Math.min(south, spots.y[spot]);
                north = Math.max(north, spots.y[spot]);
                first = Math.min(first, spots.time[spot]);
                last = Math.max(last, spots.time[spot]);
            }
        }

        double squaredGap(Box other) {
            double dx = Math.max(0, Math.max(west - other.east, other.west - east));
            double dy = Math.max(0, Math.max(south - other.north, other.south - north));
            return dx * dx + dy * dy;
        }

        long timeGap(Box other) {
            return Math.max(first - other.last, other.first - last);
        }

        /** The longest side, as a share of eps. */
        double length() {
            return Math.max(duration(), Math.max(east - west, north - south) / near.eps());
        }

        private double duration() {
            return (last - first) / (near.epsTime() + 1.0);
        }

        /** Parts the members at the middle of the longest side; returns where the parts meet. */
        int halve() {
            if (duration() == length()) {
                return part(spot -> (double) (spots.time[spot] - first), 0, (double) (last - first));
            }
            return east - west >= north - south
                    ? part(spot -> spots.x[spot], west, east)
                    : part(spot -> spots.y[spot], south, north);
        }

        private int part(IntToDoubleFunction side, double least, double most) {
            double middle = least + (most - least) / 2;
            double border = middle < most ? middle : least;
            int middlePlace = from;
            for (int i = from; i < to; i++) {
                int spot = members[i];
                if (side.applyAsDouble(spot) <= border) {
                    members[i] = members[middlePlace];
                    members[middlePlace++] = spot;
                }
            }
            return middlePlace;
        }
    }
}
