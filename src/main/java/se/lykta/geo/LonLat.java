package se.lykta.geo;

import java.util.Locale;

/**
 * A position on earth, WGS 84.
 *
 * @param lonDeg longitude in degrees, -180..180
 * @param latDeg latitude in degrees, -90..90
 */
public record LonLat(double lonDeg, double latDeg) {

    /** Refuses positions that are not on earth, NaN and infinities included. */
    public LonLat {
        if (!(lonDeg >= -180 && lonDeg <= 180)) {
            throw new IllegalArgumentException("longitude " + lonDeg + " is not within -180..180");
        }
        if (!(latDeg >= -90 && latDeg <= 90)) {
            throw new IllegalArgumentException("latitude " + latDeg + " is not within -90..90");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6f,%.6f", lonDeg, latDeg);
    }
}
