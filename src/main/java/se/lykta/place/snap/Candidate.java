package se.lykta.place.snap;

import java.util.Comparator;
import se.lykta.geo.LonLat;

/**
 * A position that could become a snap point.
 *
 * @param position rounded as it would be shown
 * @param kind place or street
 * @param name may be empty
 */
record Candidate(LonLat position, SnapKind kind, String name) {

    /** An order by content, so that nothing depends on the order of a file or table. */
    static final Comparator<Candidate> ORDER = Comparator.comparingDouble(
                    (Candidate one) -> one.position().lonDeg())
            .thenComparingDouble(one -> one.position().latDeg())
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::name);
}
