package se.lykta.hotspot.scan;

import se.lykta.hotspot.chance.PlaceRows;

/**
 * Looks at all circles and times for one way of dealing out the days.
 *
 * <p>Expected cases of a cylinder are cases of its circle × cases of its time / all cases (Kulldorff et al. 2005). Used by
 * one thread.
 */
final class CylinderSearch {

    private final Circles circles;
    private final PlaceRows places;
    private final DayWindows windows;
    private final int minCases;
    private final double all;
    private final PoissonRatio ratio;

    private double floor;

    /** A cylinder whose ratio is above the floor. */
    interface Seen {
        /** Returns the floor from now on. */
        double cylinder(Cylinder cylinder);
    }

    /** A circle, by centre and last member, with a time. */
    record Cylinder(int centre, int last, int firstDay, int lastDay, ScanFigures figures) {}

    CylinderSearch(Circles circles, PlaceRows places, DayWindows windows, int minCases) {
        this.circles = circles;
        this.places = places;
        this.windows = windows;
        this.minCases = minCases;
        this.all = places.first(places.places());
        this.ratio = new PoissonRatio(all);
    }

    /** Shows all cylinders above a floor; {@code days} by slot. */
    void search(int[] days, double least, Seen seen) {
        floor = least;
        for (int centre = 0; centre < circles.centres(); centre++) {
            search(centre, days, seen);
        }
    }

    private void search(int centre, int[] days, Seen seen) {
        windows.clear();
        int[] members = circles.members(centre);
        int news = 0;
        for (int i = 0; i < members.length; i++) {
            int place = Circles.place(members[i]);
            for (int slot = places.first(place); slot < places.first(place + 1); slot++) {
                windows.add(days[slot]);
            }
            if (members[i] >= 0) {
                look(centre, news, i, days, seen);
                news = i + 1;
            }
        }
    }

    /** Looks at the times of all cases that came with members {@code news..last}. */
    private void look(int centre, int news, int last, int[] days, Seen seen) {
        int[] members = circles.members(centre);
        var times = new CircleTimes(centre, last, seen);
        for (int i = news; i <= last; i++) {
            int place = Circles.place(members[i]);
            for (int slot = places.first(place); slot < places.first(place + 1); slot++) {
                windows.around(days[slot], times);
            }
        }
    }

    /** Judges the times of one circle. */
    private final class CircleTimes implements DayWindows.Times {

        private final int centre;
        private final int last;
        private final Seen seen;
        private final double share;

        CircleTimes(int centre, int last, Seen seen) {
            this.centre = centre;
            this.last = last;
            this.seen = seen;
            this.share = windows.cases() / all;
        }

        @Override
        public boolean mayMatter(int insideAtMost, int everywhereAtLeast) {
            double expected = share * everywhereAtLeast;
            return insideAtMost >= minCases
                    && insideAtMost > expected
                    && ratio.mayExceed(insideAtMost, expected, floor);
        }

        @Override
        public void seen(int first, int lastDay, int inside, int everywhere) {
            if (!mayMatter(inside, everywhere)) {
                return;
            }
            double expected = share * everywhere;
            double value = ratio.of(inside, expected);
            if (value > floor) {
                var figures = new ScanFigures(inside, expected, value, Double.NaN);
                floor = seen.cylinder(new Cylinder(centre, last, first, lastDay, figures));
            }
        }
    }
}
