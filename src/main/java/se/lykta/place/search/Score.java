package se.lykta.place.search;

import java.util.Comparator;

/**
 * Where an answer stands in the list: the least total comes first, then the nearest.
 *
 * @param total points against it
 * @param metres from the middle of the map
 */
record Score(double total, double metres) implements Comparable<Score> {

    private static final Comparator<Score> ORDER =
            Comparator.comparingDouble(Score::total).thenComparingDouble(Score::metres);

    /** Half a point for every doubling beyond the view. */
    static double ofDistance(double metres, double viewMetres) {
        return 0.5 * Math.max(0, Math.log(metres / viewMetres) / Math.log(2));
    }

    @Override
    public int compareTo(Score other) {
        return ORDER.compare(this, other);
    }
}
