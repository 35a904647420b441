package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds coordinates that a system falls back on: a town hall, the middle of a municipality.
 *
 * <p>Snapped data repeat all coordinates, so repetition alone says nothing; what counts is how far the most repeated ones
 * stand out from the rest. The sizes of the next ones tell how heavy their tail is (Hill 1975); if the largest belonged to
 * it, j · ln(size j / size j+1) would be exponential with the tail's mean (Rényi 1953), which gives the probability of a
 * gap as wide as that after the j-th. A coordinate with a twentieth of all reports and five times the next one, or a tenth
 * and three times, is told in any case: it rules the map whatever it is.
 */
final class DefaultGeocodes {

    /** Up to so many at once; a system rarely has more, and they hide each other if looked for one by one. */
    private static final int MOST = 5;

    private static final int FEWEST_REPORTS = 20;
    private static final double LEAST_SHARE = 0.005;
    private static final double RARE_GAP = 0.01 / MOST;
    /** Shares from which on a coordinate rules the map, and how many times the next one it has to be. */
    private static final double[] RULING_SHARES = {0.05, 0.1};

    private static final double[] RULING_RATIOS = {5, 3};

    /** So many of the next spots tell the tail: a tenth of them within these limits. */
    private static final int SHORTEST_TAIL = 10;

    private static final int LONGEST_TAIL = 100;

    private DefaultGeocodes() {}

    /** How many of the most repeated spots are default geocodes. */
    static int count(Spots spots) {
        for (int many = MOST; many > 0; many--) {
            boolean enoughLeft = spots.size() - many > SHORTEST_TAIL;
            if (enoughLeft && areMany(spots, many) && standOut(spots, many)) {
                return many;
            }
        }
        return 0;
    }

    private static boolean areMany(Spots spots, int many) {
        int least = spots.count(many - 1);
        return least >= FEWEST_REPORTS && least >= LEAST_SHARE * spots.reports();
    }

    private static boolean standOut(Spots spots, int many) {
        double ratio = (double) spots.count(many - 1) / spots.count(many);
        double share = (double) spots.count(many - 1) / spots.reports();
        return rules(share, ratio) || gapProbability(spots, many, ratio) <= RARE_GAP;
    }

    private static boolean rules(double share, double ratio) {
        for (int i = 0; i < RULING_SHARES.length; i++) {
            if (share >= RULING_SHARES[i] && ratio >= RULING_RATIOS[i]) {
                return true;
            }
        }
        return false;
    }

    /** The probability of so large a ratio after the first spots, if they belonged to the tail of the next ones. */
    private static double gapProbability(Spots spots, int many, double ratio) {
        int left = spots.size() - many;
        int tail = Math.max(SHORTEST_TAIL, Math.min(LONGEST_TAIL, left / 10));
        double end = Math.log(spots.count(many + tail));
        double sum = 0;
        for (int rank = many; rank < many + tail; rank++) {
            sum += Math.log(spots.count(rank)) - end;
        }
        double mean = sum / tail;
        if (mean == 0) {
            return ratio > 1 ? 0 : 1;
        }
        return Math.exp(-many * Math.log(ratio) / mean);
    }

    static List<Finding> findings(AuditPoints points, Spots spots) {
        int many = count(spots);
        List<Finding> found = new ArrayList<>();
        for (int rank = 0; rank < many; rank++) {
            int row = spots.row(rank);
            int next = spots.count(many);
            String at = points.positionText(row);
            var sentence = new Finding.Sentence(
                    "%s ligger på exakt samma koordinat (%s); på ingen vanlig koordinat ligger fler än %s. Troligen en standardadress: uteslut dem."
                            .formatted(
                                    Numerals.SWEDISH.of(spots.count(rank), points.size(), "rapporter"),
                                    at,
                                    Numerals.SWEDISH.count(next)),
                    "%s lie on exactly the same coordinate (%s); no ordinary coordinate has more than %s. Probably a default address: exclude them."
                            .formatted(
                                    Numerals.ENGLISH.of(spots.count(rank), points.size(), "reports"),
                                    at,
                                    Numerals.ENGLISH.count(next)));
            found.add(new Finding(
                    Code.DEFAULT_GEOCODE,
                    Severity.SERIOUS,
                    spots.rows(rank),
                    points.size(),
                    Optional.of(new Finding.Place(points.x(row), points.y(row))),
                    sentence));
        }
        return found;
    }
}
