package se.lykta.place.search;

import java.util.List;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * How far around the middle of the map everything is looked through before an index of all names is asked.
 *
 * <p>Exists because two letters are the beginning of a tenth of all names, and to rank them all takes a tenth of a second.
 * Since what is far counts less, a full list of near ones is the answer as soon as nothing farther away can be better.
 */
enum Reach {
    STREET(1_000),
    DISTRICT(4_000),
    TOWN(16_000);

    static final double METRES_PER_DEGREE = 111_320;

    private final double metres;

    Reach(double metres) {
        this.metres = metres;
    }

    /** A box that holds everything within reach. */
    Bbox around(LonLat middle) {
        double latDeg = metres / METRES_PER_DEGREE;
        double lonDeg = latDeg / Math.max(1e-6, Math.cos(Math.toRadians(middle.latDeg())));
        return new Bbox(
                Math.max(-180, middle.lonDeg() - lonDeg),
                Math.max(-90, middle.latDeg() - latDeg),
                Math.min(180, middle.lonDeg() + lonDeg),
                Math.min(90, middle.latDeg() + latDeg));
    }

    /**
     * Whether a list is the answer: full, and nothing beyond can stand before its last one.
     *
     * @param leastScore what the best beyond would have without its distance
     */
    boolean settles(List<Ranked> rows, double leastScore, SearchQuery query) {
        double view = query.viewMetres();
        return rows.size() == query.limit()
                && rows.get(rows.size() - 1)
                                .score()
                                .compareTo(new Score(leastScore + Score.ofDistance(metres, view), metres))
                        <= 0;
    }
}
