package se.lykta.walk.orienteering;

import java.util.Comparator;
import java.util.List;

/** Which of two tours is better; total, so that equal input gives equal output whatever the order of the search. */
final class TourOrder {

    private static final Comparator<Tour> BEST_FIRST = Comparator.comparingLong(Tour::score)
            .reversed()
            .thenComparingLong(Tour::seconds)
            .thenComparingLong(Tour::metres)
            .thenComparing(Tour::stops, TourOrder::compare);

    private TourOrder() {}

    /** The better one. */
    static Tour better(Tour one, Tour other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Integer.compare(one.get(i), other.get(i));
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
