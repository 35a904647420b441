package se.lykta.place.search;

import se.lykta.geo.LonLat;

/**
 * A question: what is called like this, near here?
 *
 * @param text as typed
 * @param near the middle of the map
 * @param zoom of the map; decides how near is near
 * @param limit the most answers, at least 1
 */
public record SearchQuery(String text, LonLat near, int zoom, int limit) {

    private static final double EARTH_METRES = 40_075_016.7;

    /** The same question with another number of answers. */
    SearchQuery withLimit(int other) {
        return new SearchQuery(text, near, zoom, other);
    }

    /** Half the width of a view of four tiles, metres on the ground: what lies within is all equally near. */
    double viewMetres() {
        return 2 * EARTH_METRES * Math.cos(Math.toRadians(near.latDeg())) / (1L << zoom);
    }
}
